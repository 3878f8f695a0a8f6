using System.Globalization;

namespace Slipway.Platforms.Local.Ports;

enum PortHold
{
    /// <summary>The process that was asked about, or one that it has started: one of its session.</summary>
    Own,

    /// <summary>Another process.</summary>
    Stranger,

    Nobody,

    /// <summary>The system does not tell: it is not Linux, or the process keeps to itself what it has open.</summary>
    Unknown,
}

/// <summary>Who listens on a port of 127.0.0.1.</summary>
/// <param name="Hold">Whether it is the process that should.</param>
/// <param name="Who">Names a stranger.</param>
readonly record struct PortHolder(PortHold Hold, string Who = "")
{
    const string Processes = "/proc";

    // Of /proc/PID/stat, counted from the field after the command's closing bracket; see proc_pid_stat(5).
    const int Session = 3;

    /// <summary>True unless another is known to listen there, or nobody is.</summary>
    public bool MayBeOwn => Hold is PortHold.Own or PortHold.Unknown;

    /// <param name="process">Who should listen there, the leader of its session; null: it does not run.</param>
    public static PortHolder Of(int port, int? process)
    {
        if (ListeningSockets.On(port) is not { } listening)
            return new PortHolder(PortHold.Unknown);
        if (listening.Count == 0)
            return new PortHolder(PortHold.Nobody);

        var own = process is { } leader ? All().Where(pid => SessionOf(pid) == leader).ToList() : [];
        var held = own.Select(SocketsOf).ToList();
        var others = listening.Except(held.SelectMany(sockets => sockets ?? []), StringComparer.Ordinal).ToList();
        if (others.Count == 0)
            return new PortHolder(PortHold.Own);
        return held.Contains(null) ? new PortHolder(PortHold.Unknown) : Stranger(port, others);
    }

    static PortHolder Stranger(int port, IReadOnlyList<string> sockets)
    {
        foreach (var pid in All())
        {
            if (SocketsOf(pid)?.Intersect(sockets, StringComparer.Ordinal).Any() is true)
            {
                var name = Read(pid, "comm").Trim();
                return new PortHolder(
                    PortHold.Stranger,
                    string.Create(CultureInfo.InvariantCulture, $"process {pid} ({name})")
                );
            }
        }

        // Its holder may have ended while it was looked for.
        return ListeningSockets.On(port)?.Overlaps(sockets) is true
            ? new PortHolder(PortHold.Stranger, "a process of another user")
            : new PortHolder(PortHold.Nobody);
    }

    static IEnumerable<int> All() =>
        Directory
            .EnumerateDirectories(Processes)
            .Select(directory => int.TryParse(Path.GetFileName(directory), out var pid) ? pid : 0)
            .Where(pid => pid != 0);

    static int? SessionOf(int pid)
    {
        var stat = Read(pid, "stat");
        // The command before it may hold blanks and brackets of its own.
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > Session ? int.Parse(fields[Session], CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The inodes of the sockets that it has open; null: it does not show them.</summary>
    static IReadOnlyList<string>? SocketsOf(int pid)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFileSystemEntries(Of(pid, "fd"))
                    .Select(file => new FileInfo(file).LinkTarget)
                    .Where(target => target?.StartsWith("socket:[", StringComparison.Ordinal) is true)
                    .Select(target => target!["socket:[".Length..^1]),
            ];
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            // It has ended.
            return [];
        }
    }

    static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText(Of(pid, file));
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static string Of(int pid, string file) => string.Create(CultureInfo.InvariantCulture, $"{Processes}/{pid}/{file}");
}
