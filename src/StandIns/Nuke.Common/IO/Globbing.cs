// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>
/// Finds files and directories by pattern: <c>src/**/*.csproj</c>. A <c>**</c> stands for any number of directories, also
/// none. Each path is found once; a directory that does not exist holds nothing. A <c>**</c> does not follow links to
/// directories, which could lead in circles.
/// </summary>
public static class Globbing
{
    private const string AnyDepth = "**";

    public static GlobbingCaseSensitivity GlobbingCaseSensitivity { get; set; }

    private static bool IgnoreCase =>
        GlobbingCaseSensitivity switch
        {
            GlobbingCaseSensitivity.CaseSensitive => false,
            GlobbingCaseSensitivity.CaseInsensitive => true,
            _ => EnvironmentInfo.IsWin,
        };

    /// <summary>Files below a directory. Without patterns, the directory is itself a path with a pattern in it.</summary>
    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns) =>
        Find(directory, patterns, Files);

    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        GlobFiles((string)directory, patterns).Select(AbsolutePath.Create).ToList();

    /// <summary>Directories below a directory; <c>**</c> finds the directory itself as well.</summary>
    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns) =>
        Find(directory, patterns, Directories);

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(
        this AbsolutePath directory,
        params string[] patterns
    ) => GlobDirectories((string)directory, patterns).Select(AbsolutePath.Create).ToList();

    private static List<string> Find(
        string directory,
        string[] patterns,
        Func<string, string[], IEnumerable<string>> find
    )
    {
        if (patterns.Length == 0)
            (directory, patterns) = SplitDefinition(directory);
        return patterns
            .SelectMany(x =>
                find(directory, x.Split('/', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
            )
            .ToList();
    }

    private static IEnumerable<string> Files(string directory, string[] segments)
    {
        if (segments is not [.. var parents, var last])
            return [];

        var directories = Directories(directory, parents);
        if (last is AnyDepth)
            return directories.SelectMany(DescendantsAndSelf).SelectMany(x => Children(x, Directory.GetFiles));

        var segment = new GlobSegment(last, IgnoreCase);
        return directories
            .SelectMany(x => Children(x, Directory.GetFiles))
            .Where(x => segment.IsMatch(Path.GetFileName(x)));
    }

    private static IEnumerable<string> Directories(string directory, string[] segments) =>
        segments.Aggregate<string, IEnumerable<string>>([directory], Expand);

    private static IEnumerable<string> Expand(IEnumerable<string> directories, string pattern)
    {
        if (pattern is AnyDepth)
            return directories.SelectMany(DescendantsAndSelf);

        var segment = new GlobSegment(pattern, IgnoreCase);
        return directories
            .SelectMany(x => Children(x, Directory.GetDirectories))
            .Where(x => segment.IsMatch(Path.GetFileName(x)));
    }

    private static IEnumerable<string> DescendantsAndSelf(string directory) =>
        Children(directory, Directory.GetDirectories)
            .Where(x => new DirectoryInfo(x).LinkTarget is null)
            .SelectMany(DescendantsAndSelf)
            .Prepend(directory);

    private static string[] Children(string directory, Func<string, string[]> list)
    {
        if (!Directory.Exists(directory))
            return [];
        var children = list(directory);
        Array.Sort(children, StringComparer.Ordinal);
        return children;
    }

    // /src/*/bin is the pattern */bin in the directory /src.
    private static (string Directory, string[] Patterns) SplitDefinition(string definition)
    {
        AbsolutePath path = definition;
        var directory = path;
        while (directory.ToString().Contains('*', StringComparison.Ordinal))
            directory = directory.Parent;
        var pattern = path.ToString().TrimStart(directory).TrimStart(PathConstruction.AllSeparators);
        return (directory, [pattern]);
    }
}
