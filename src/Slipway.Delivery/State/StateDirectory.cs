using Slipway.Delivery.Environments;

namespace Slipway.Delivery.State;

/// <summary>The root of all local state (<c>--state</c>, default <c>.slipway</c>): one directory for each environment.</summary>
public sealed class StateDirectory(string path, IDisk? disk = null)
{
    /// <summary>Review environments begin this far above the port base.</summary>
    public const int ReviewOffset = 20;

    const int PortsTried = 1000;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Unpacked images, by digest; shared by the environments.</summary>
    public string Revisions => System.IO.Path.Combine(Path, "revisions");

    string Environments => System.IO.Path.Combine(Path, "environments");

    public IDisk Disk { get; } = disk ?? State.Disk.Real;

    /// <summary>The environment's directory; nothing is created by asking.</summary>
    public EnvironmentDirectory Environment(string name) =>
        new(System.IO.Path.Combine(Environments, EnvironmentName.Require(name)), name, Disk);

    /// <summary>The environments that exist, by name.</summary>
    public IReadOnlyList<EnvironmentDirectory> Existing() =>
        Directory.Exists(Environments)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Environments)
                    .Select(directory => System.IO.Path.GetFileName(directory))
                    .Where(EnvironmentName.IsValid)
                    .Order(StringComparer.Ordinal)
                    .Select(Environment)
                    .Where(environment => environment.Exists),
            ]
            : [];

    /// <summary>
    /// The port of a review environment: the one it has, else the first from <paramref name="portBase"/> + 20 up that
    /// no environment has and that <paramref name="isFree"/>; recorded at once, so it stays over redeployments.
    /// </summary>
    public int AllocatePort(string name, string platform, int portBase, Func<int, bool> isFree, DateTimeOffset now)
    {
        Directory.CreateDirectory(Path);
        using var _ = FileLock.Enter(System.IO.Path.Combine(Path, "ports.lock"));
        var environment = Environment(name);
        if (environment.ReadFacts() is { } facts)
            return facts.Port;

        var port = FreePort(portBase, isFree);
        environment.WriteFacts(new EnvironmentFacts(name, port, platform, now));
        return port;
    }

    /// <summary>The port that the next review environment would be given, as things are now.</summary>
    public int FreePort(int portBase, Func<int, bool> isFree)
    {
        var taken = Existing().Select(other => other.ReadFacts()?.Port).OfType<int>().ToHashSet();
        var first = portBase + ReviewOffset;
        return Enumerable
                .Range(first, Math.Min(PortsTried, 65535 - first))
                .Cast<int?>()
                .FirstOrDefault(candidate => !taken.Contains(candidate!.Value) && isFree(candidate.Value))
            ?? throw new DeliveryException($"No port is free from {first} up. Choose another --port-base.");
    }
}
