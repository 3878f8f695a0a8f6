namespace Slipway.Releases.Compatibility;

/// <summary>
/// What the commits since a release say of themselves, by Conventional Commits 1.0.0: a feature needs a minor, a fix a
/// patch, a breaking change a major; other types, such as docs or test, need nothing. What was committed and taken back
/// since is as if it had never been. A merge is what was merged.
/// </summary>
public static class CommitEvidence
{
    const string Name = "Commits";
    const int ShownDigits = 12;

    /// <param name="commits">The newest first.</param>
    public static Evidence Of(IReadOnlyList<Commit> commits)
    {
        ArgumentNullException.ThrowIfNull(commits);
        if (commits.Count == 0)
            return Evidence.NotChecked(Name, "there is none since the last release");
        var standing = Standing(commits);
        var silent = standing.Count(commit => !commit.Message.IsConventional && !commit.Message.IsBreaking);
        var summary = $"{commits.Count} since the last release";
        return silent == standing.Count && standing.Count > 0
            ? Evidence.NotChecked(Name, $"{summary}, and none is conventional")
            : new Evidence(
                Name,
                IsChecked: true,
                silent == 0 ? summary : $"{summary}; {silent} not judged: not conventional",
                [.. standing.SelectMany(found => Judge(found.Commit, found.Message))]
            );
    }

    static IEnumerable<Finding> Judge(Commit commit, ConventionalCommit message)
    {
        var where = commit.Sha[..ShownDigits];
        if (message.IsBreaking)
            return message
                .BreakingChanges.DefaultIfEmpty(message.Description)
                .Select(change => new Finding("commit-breaking", Bump.Major, where, FirstLine(change)));
        return message.Type switch
        {
            "feat" => [new Finding("commit-feat", Bump.Minor, where, commit.Subject)],
            "fix" or "perf" or "revert" => [new Finding("commit-fix", Bump.Patch, where, commit.Subject)],
            _ => [],
        };
    }

    static List<(Commit Commit, ConventionalCommit Message)> Standing(IReadOnlyList<Commit> commits)
    {
        var takenBack = new HashSet<string>(StringComparer.Ordinal);
        var standing = new List<(Commit, ConventionalCommit)>();
        foreach (var commit in commits.Where(commit => !commit.IsMerge))
        {
            // The newest first: what takes back something that takes back has been seen before it.
            if (takenBack.Contains(commit.Sha))
                continue;
            var message = ConventionalCommit.Parse(commit.Message);
            var reverted = message.Reverts is { } reversal ? Find(commits, reversal).ToList() : [];
            takenBack.UnionWith(reverted);
            if (reverted.Count == 0)
                standing.Add((commit, message));
        }

        return standing;
    }

    static IEnumerable<string> Find(IReadOnlyList<Commit> commits, Reversal reversal) =>
        reversal.Shas.Count > 0
            ? commits
                .Select(commit => commit.Sha)
                .Where(sha => reversal.Shas.Any(start => sha.StartsWith(start, StringComparison.Ordinal)))
            : commits
                .Where(commit => string.Equals(commit.Subject, reversal.Subject, StringComparison.Ordinal))
                .Select(commit => commit.Sha)
                .Take(1);

    static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
