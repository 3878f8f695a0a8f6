using System.Security.Cryptography;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// What files hold, remembered by their stamps from run to run, so that an unchanged tree is looked at and not read. As in
/// git's index, a file that was changed just before it was read is read again: a second change within the clock's tick
/// would not show (git-scm.com/docs/racy-git).
/// </summary>
/// <param name="memory">The file that remembers; null: nothing is remembered.</param>
/// <remarks>Used by one thread.</remarks>
public sealed class FileHashes(string? memory, TimeProvider time)
{
    /// <summary>No file system in use tells times more coarsely.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    readonly byte[] _buffer = new byte[1 << 16];
    Dictionary<string, RememberedHash>? _remembered;
    bool _isChanged;

    /// <summary>How many files were read for their content.</summary>
    public int Read { get; private set; }

    /// <summary>What the file is and holds: <c>file</c>, <c>executable</c> or <c>link</c> with a SHA-256.</summary>
    /// <exception cref="CacheUnavailableException">It cannot be read.</exception>
    public string Of(string path) => Remembered(path, path, kind => ReadContent(path, kind));

    /// <summary>What <paramref name="read"/> makes of a file's content, remembered too.</summary>
    /// <param name="form">Tells it from other forms of the same file.</param>
    /// <returns>Of what is no file, a link included, the word for its kind.</returns>
    /// <exception cref="CacheUnavailableException">It cannot be read.</exception>
    public string OfForm(string path, string form, Func<byte[], string> read) =>
        Remembered(path, $"{path}{HashMemory.FormMark}{form}", kind => ReadForm(path, kind, read));

    string ReadForm(string path, FileKind kind, Func<byte[], string> read)
    {
        if (kind is not (FileKind.Regular or FileKind.Executable))
            return Text(kind, "");
        Read++;
        return read(File.ReadAllBytes(path));
    }

    string Remembered(string path, string name, Func<FileKind, string> read)
    {
        try
        {
            if (FileStamp.Of(path) is not { } stamp)
                return read(KindHere(path));
            if (stamp.Kind is FileKind.Missing or FileKind.Directory or FileKind.Other)
                return Text(stamp.Kind, "");
            _remembered ??= memory is null ? [] : HashMemory.Load(memory);
            if (_remembered.TryGetValue(name, out var known) && known.Stamp == stamp)
                return known.Value;
            return ReadAndRemember(path, name, stamp, read);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CacheUnavailableException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Remembers for the next run. What cannot be written is read again then.</summary>
    public void Save()
    {
        if (!_isChanged || memory is null || _remembered is null)
            return;
        HashMemory.Save(memory, _remembered);
        _isChanged = false;
    }

    string ReadAndRemember(string path, string name, FileStamp before, Func<FileKind, string> read)
    {
        var now = time.GetUtcNow() - Tick;
        var value = read(before.Kind);
        var latest = Math.Max(before.Modified, before.Changed);
        var isSettled = latest < (now - DateTimeOffset.UnixEpoch).Ticks * 100;
        if (isSettled && FileStamp.Of(path) == before)
        {
            _remembered![name] = new RememberedHash(before, value);
            _isChanged = true;
        }

        return value;
    }

    string ReadContent(string path, FileKind kind)
    {
        if (kind is FileKind.Link)
            return Text(kind, Hash(System.Text.Encoding.UTF8.GetBytes(new FileInfo(path).LinkTarget ?? "")));
        if (kind is not (FileKind.Regular or FileKind.Executable))
            return Text(kind, "");
        Read++;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long offset = 0;
        while (RandomAccess.Read(file, _buffer, offset) is > 0 and var count)
        {
            hash.AppendData(_buffer, 0, count);
            offset += count;
        }

        return Text(kind, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    static FileKind KindHere(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            return FileKind.Link;
        if (!file.Exists)
            return Directory.Exists(path) ? FileKind.Directory : FileKind.Missing;
        return !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute)
            ? FileKind.Executable
            : FileKind.Regular;
    }

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    static string Text(FileKind kind, string hash) =>
        kind switch
        {
            FileKind.Regular => $"file {hash}",
            FileKind.Executable => $"executable {hash}",
            FileKind.Link => $"link {hash}",
            FileKind.Directory => "directory",
            FileKind.Missing => "missing",
            _ => "other",
        };
}
