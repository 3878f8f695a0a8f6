namespace Slipway.Verification.Coverage;

/// <summary>Which files count: those below one of the included directories and below none of the excluded ones.</summary>
/// <param name="Include">Directories from the repository's root, as in <c>src</c>; empty takes all.</param>
public sealed record CoverageFilter(IReadOnlyList<string> Include, IReadOnlyList<string> Exclude)
{
    public static CoverageFilter All { get; } = new([], []);

    public bool Takes(string file) =>
        (Include.Count == 0 || Include.Any(directory => IsBelow(file, directory)))
        && !Exclude.Any(directory => IsBelow(file, directory));

    static bool IsBelow(string file, string directory) =>
        file.StartsWith(directory.TrimEnd('/') + '/', StringComparison.Ordinal);
}
