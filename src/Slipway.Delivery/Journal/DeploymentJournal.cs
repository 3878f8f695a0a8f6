using Slipway.Delivery.Leases;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Journal;

/// <summary>
/// The append-only record of an environment, open for writing by the holder of its lease. An entry is on the device
/// before <see cref="Append"/> returns.
/// </summary>
public sealed class DeploymentJournal
{
    readonly EnvironmentDirectory _environment;
    readonly Lease _lease;
    readonly TimeProvider _time;
    readonly List<JournalEntry> _entries;
    long _length;
    string _checksum;

    DeploymentJournal(EnvironmentDirectory environment, Lease lease, TimeProvider time, JournalContent content)
    {
        _environment = environment;
        _lease = lease;
        _time = time;
        _entries = [.. content.Entries];
        _length = content.Length;
        _checksum = content.LastChecksum;
    }

    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <exception cref="DeliveryException">The journal is damaged.</exception>
    public static DeploymentJournal Open(EnvironmentDirectory environment, Lease lease, TimeProvider time) =>
        new(environment, lease, time, Read(environment));

    /// <summary>Reads without a lease, beside a deployment that may be writing.</summary>
    /// <exception cref="DeliveryException">The journal is damaged.</exception>
    public static JournalContent Read(EnvironmentDirectory environment)
    {
        try
        {
            using var stream = new FileStream(
                environment.JournalFile,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var bytes = new byte[stream.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return JournalFormat.Read(bytes.AsSpan(0, read), environment.JournalFile);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return JournalContent.Empty;
        }
    }

    /// <summary>Writes the next entry; sequence, time and token are filled in here.</summary>
    /// <exception cref="LeaseLostException">A newer token exists, or this lease has run out; nothing was written.</exception>
    /// <exception cref="IOException">The disk is full or broken; what was written of the line is cut off by the next one.</exception>
    public void Append(JournalEntry entry) =>
        _lease.Guard(() =>
        {
            var complete = entry with { Sequence = _entries.Count + 1, At = _time.GetUtcNow(), Token = _lease.Token };
            var (line, checksum) = JournalFormat.Write(complete, _checksum);
            var path = _environment.JournalFile;
            var existing = new FileInfo(path);
            if (existing.Exists && existing.Length > _length)
                _environment.Disk.Truncate(path, _length);
            _environment.Disk.AppendFlushed(path, line);
            if (!existing.Exists)
                _environment.Disk.FlushDirectory(_environment.Path);

            _length += line.Length;
            _checksum = checksum;
            _entries.Add(complete);
        });
}
