using System.Diagnostics;
using System.Reflection;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Components.Running;

/// <summary>
/// Compiling the build costs a job a minute. A checkout whose build is made of the same sources as the build that runs gets
/// a stamp, as <c>build.sh</c> leaves one, that names the assembly of the build that runs; as soon as the job changes one of
/// these sources, the stamp is older than it and counts no more.
/// </summary>
static class CompiledBuild
{
    const string Stamp = ".nuke/temp/build.stamp";
    const string Feed = ".nuke/temp/use-stand-ins";

    /// <summary>Everything that the build is compiled from: as <c>is_fresh</c> in build.sh has it.</summary>
    internal static readonly string[] Sources =
    [
        "build",
        "src/Slipway.*",
        "src/StandIns",
        "Directory.*",
        "global.json",
    ];

    /// <returns>Hands over what can be to a checkout of the repository's commit.</returns>
    public static async Task<Action<string>> HandOverAsync(RepositoryState repository, CancellationToken cancellation)
    {
        var stamp = await StampAsync(repository, Assembly.GetEntryAssembly()?.Location, cancellation);
        var feed = Path.Combine(repository.Root, Feed);
        return checkout =>
        {
            if (File.Exists(feed))
                Copy(feed, Path.Combine(checkout, Feed));
            // Last: whatever is written afterwards is newer.
            if (stamp is not null && File.Exists(Path.Combine(checkout, "build.sh")))
                Write(Path.Combine(checkout, Stamp), stamp);
        };
    }

    /// <summary>
    /// The stamp's text; null when the build that runs may be made of other sources than those of the commit: another one
    /// runs, a source was changed since it was compiled, or is not as it is committed.
    /// </summary>
    internal static async Task<string?> StampAsync(
        RepositoryState repository,
        string? running,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(repository.Root, Stamp);
        if (!File.Exists(path))
            return null;
        var text = await File.ReadAllTextAsync(path, cancellation);
        var isOurs =
            text.Split('\n') is [_, _, var assembly, ..] && string.Equals(assembly, running, StringComparison.Ordinal);
        return
            isOurs
            && await repository.IsCommittedAsync(
                Sources.Select(source => $":(glob){source}").Concat(Sources.Select(source => $":(glob){source}/**")),
                cancellation
            )
            && await NothingIsNewerAsync(repository.Root, path, cancellation)
            ? text
            : null;
    }

    /// <summary>.NET does not tell when a file's metadata last changed; find(1) does.</summary>
    static async Task<bool> NothingIsNewerAsync(string root, string stamp, CancellationToken cancellation)
    {
        var sources = Sources.SelectMany(source => Expanded(root, source));
        using var find = Process.Start(
            new ProcessStartInfo("find", [.. sources, "-newercm", stamp, "-print", "-quit"])
            {
                WorkingDirectory = root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var changed = await find.StandardOutput.ReadToEndAsync(cancellation);
        await find.WaitForExitAsync(cancellation);
        // A find that cannot answer is no proof.
        return find.ExitCode == 0 && changed.Length == 0;
    }

    static IEnumerable<string> Expanded(string root, string source)
    {
        var directory = Path.Combine(root, Path.GetDirectoryName(source)!);
        return Directory.Exists(directory)
            ? Directory.EnumerateFileSystemEntries(directory, Path.GetFileName(source))
            : [];
    }

    static void Copy(string from, string to) => Write(to, File.ReadAllText(from));

    static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
