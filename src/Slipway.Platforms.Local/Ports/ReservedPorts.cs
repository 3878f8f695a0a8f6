using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Protocol.Files;
using FileLock = Slipway.Delivery.State.FileLock;

namespace Slipway.Platforms.Local.Ports;

/// <summary>
/// The ports of 127.0.0.1 that the instances of one environment get. Each is reserved, among all environments of this user
/// on this machine, by a symbolic link that has the port's name and points to the environment's directory: it outlives
/// whoever made it, and is over when that directory is gone. A port is not given back before: its environment, whose it
/// stays whether somebody listens there or not, takes it again.
/// </summary>
/// <param name="environment">The environment's directory.</param>
/// <param name="directory">Where the links are; default: where all environments of this user find them.</param>
sealed class ReservedPorts(string environment, string? directory = null)
{
    /// <summary>
    /// Below the ports that Linux (32768) and the others (49152) hand out to outgoing connections, so that a restarted
    /// instance finds its port free.
    /// </summary>
    const int First = 20000;
    const int Count = 10000;

    readonly string _environment = Path.TrimEndingDirectorySeparator(Path.GetFullPath(environment));
    readonly string _directory = directory ?? Path.Combine(MachineDirectory.Ensure(), "ports");

    /// <summary>The port at which the search for a place begins: a slot mostly gets again what it had.</summary>
    public static int Preferred(string environment, string place)
    {
        var owner = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(environment))} {place}";
        return First + (BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(owner))) % Count);
    }

    /// <summary>Reserves ports on which nobody listens.</summary>
    /// <param name="place">What they are for: a slot, the rehearsal.</param>
    /// <param name="named">What other records of the environment name: reserved too where it is not, and never answered.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="StepFailedException">There are not so many.</exception>
    public IReadOnlyList<int> Take(string place, IReadOnlyCollection<int> named, int count)
    {
        using var _ = Enter();
        ReserveAll(named.Where(port => OwnerOf(port) is null));
        var preferred = Preferred(_environment, place) - First;
        var taken = Enumerable
            .Range(0, Count)
            .Select(step => First + ((preferred + step) % Count))
            .Where(port => !named.Contains(port) && OwnerOf(port) is var owner && (owner is null || IsOurs(owner)))
            .Where(LoopbackPorts.IsFree)
            .Take(count)
            .ToList();
        if (taken.Count < count)
        {
            throw new StepFailedException(
                $"None of the ports {First} to {First + Count - 1} of 127.0.0.1 is left for {place}: see what listens "
                    + $"there, and whose they are ({_directory})."
            );
        }

        ReserveAll(taken.Where(port => OwnerOf(port) is null));
        return taken;
    }

    /// <summary>Reserves those that nobody has; false when another environment has one of them.</summary>
    public bool Keep(IReadOnlyCollection<int> ports)
    {
        using var _ = Enter();
        ReserveAll(ports.Where(port => OwnerOf(port) is null));
        return ports.All(port => IsOurs(OwnerOf(port)));
    }

    /// <summary>Only one looks and reserves at a time; those of environments that are gone are taken away first.</summary>
    FileLock Enter()
    {
        Directory.CreateDirectory(_directory);
        var entered = FileLock.Enter(Path.Combine(_directory, "lock"));
        foreach (var link in Directory.EnumerateFileSystemEntries(_directory))
        {
            if (new FileInfo(link).LinkTarget is { } owner && !Directory.Exists(owner))
                File.Delete(link);
        }

        return entered;
    }

    void ReserveAll(IEnumerable<int> ports)
    {
        foreach (var port in ports.ToList())
            File.CreateSymbolicLink(LinkOf(port), _environment);
        Disk.Real.FlushDirectory(_directory);
    }

    string? OwnerOf(int port) => new FileInfo(LinkOf(port)).LinkTarget;

    bool IsOurs(string? owner) => string.Equals(owner, _environment, StringComparison.Ordinal);

    string LinkOf(int port) => Path.Combine(_directory, port.ToString(CultureInfo.InvariantCulture));
}
