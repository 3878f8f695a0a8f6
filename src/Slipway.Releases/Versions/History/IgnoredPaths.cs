namespace Slipway.Releases;

/// <summary>Finds the commits that touch nothing but ignored paths, or nothing at all.</summary>
static class IgnoredPaths
{
    const char Mark = '\u0001';

    /// <returns>Ids; none when no paths are ignored, which asks git nothing.</returns>
    public static async Task<IReadOnlySet<string>> CommitsAsync(
        Git git,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> commits = new(StringComparer.Ordinal);
        if (paths.Count == 0)
            return commits;
        var patterns = paths.Select(Pattern.Of).ToList();
        var lines = await git.RunAsync(
            cancellationToken,
            "-c",
            "core.quotePath=off",
            "log",
            $"--format={Mark}%H",
            "--no-show-signature",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            // What a merge touches is what it brought to the branch that it went into.
            "--diff-merges=first-parent",
            "HEAD",
            "--branches",
            "--remotes",
            "--tags",
            "--"
        );
        var commit = "";
        foreach (var line in lines)
        {
            if (line[0] == Mark)
                commits.Add(commit = line[1..]);
            else if (!patterns.Exists(pattern => pattern.IsMatch(line)))
                commits.Remove(commit);
        }
        return commits;
    }
}
