using System.Globalization;

namespace Slipway.Databases.Sources;

/// <summary>Where systems put PostgreSQL's server binaries.</summary>
static class BinaryDirectories
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
        // By hand: a build in which nothing has changed asks this, and would load regular expressions for nothing else.
        var name = Path.GetFileName(directory.AsSpan());
        var start = name.IndexOfAnyInRange('0', '9');
        if (start < 0)
            return 0;
        name = name[start..];
        var length = Digits(name);
        if (length + 1 < name.Length && name[length] == '.')
            length += Digits(name[(length + 1)..]) is > 0 and var fraction ? 1 + fraction : 0;
        return decimal.Parse(name[..length], CultureInfo.InvariantCulture);
    }

    /// <summary>How many there are at the start; four at most.</summary>
    static int Digits(ReadOnlySpan<char> text) =>
        Math.Min(text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length, 4);
}
