using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Databases.Sources;

/// <summary>Where systems put PostgreSQL's server binaries.</summary>
static partial class BinaryDirectories
{
    /// <summary>Parents of one directory for each version, as Debian, the PostgreSQL RPMs and Homebrew lay them out.</summary>
    static readonly (string Parent, string Pattern)[] Versioned =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/opt/homebrew/opt", "postgresql*"),
        ("/usr/local/opt", "postgresql*"),
    ];

    /// <summary>The directories that may hold them, best first: versioned places newest first, then the search path.</summary>
    public static IEnumerable<string> OfThisMachine() =>
        Versioned
            .Where(place => Directory.Exists(place.Parent))
            .SelectMany(place => NewestFirst(Directory.EnumerateDirectories(place.Parent, place.Pattern)))
            .Select(directory => Path.Combine(directory, "bin"))
            .Concat(OfSearchPath(Environment.GetEnvironmentVariable("PATH")));

    /// <summary>Orders by the version in the last name: 15, 9.6, pgsql-16, postgresql@17. One without comes last.</summary>
    public static IEnumerable<string> NewestFirst(IEnumerable<string> directories) =>
        directories.OrderByDescending(VersionIn).ThenBy(directory => directory, StringComparer.Ordinal);

    /// <summary>Absolute entries alone: a relative one would run whatever lies in the current directory.</summary>
    public static IEnumerable<string> OfSearchPath(string? path) =>
        (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);

    static decimal VersionIn(string directory)
    {
        var match = Number().Match(Path.GetFileName(directory));
        return match.Success ? decimal.Parse(match.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\d{1,4}(\.\d{1,4})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
