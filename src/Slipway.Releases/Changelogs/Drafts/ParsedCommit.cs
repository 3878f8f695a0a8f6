namespace Slipway.Releases;

/// <summary>A commit and what its message says.</summary>
sealed class ParsedCommit(Commit commit)
{
    public Commit Commit { get; } = commit;

    public ConventionalCommit Message { get; } = ConventionalCommit.Parse(commit.Message);

    /// <summary>The pull request that its subject, or the host, names; null: none.</summary>
    public PullRequestSubject? PullRequest { get; private set; } = PullRequestSubject.Read(commit.Message);

    /// <summary>The merge that brought it to the branch that is read; null: it was made there.</summary>
    public ParsedCommit? BroughtBy { get; set; }

    /// <param name="commits">The newest first; the first one is the branch's tip.</param>
    /// <param name="pullRequests">What the host knows of them, beyond their subjects.</param>
    public static IReadOnlyList<ParsedCommit> All(
        IEnumerable<Commit> commits,
        IReadOnlyList<MergedPullRequest>? pullRequests = null
    )
    {
        ParsedCommit[] parsed = [.. commits.Select(commit => new ParsedCommit(commit))];
        var bySha = BySha(parsed);
        foreach (var request in pullRequests ?? [])
        {
            if (request.MergeCommit is not null && bySha.TryGetValue(request.MergeCommit, out var merged))
                merged.PullRequest ??= new PullRequestSubject(
                    request.Number,
                    merged.Message.IsConventional ? merged.Commit.Subject : request.Title
                );
        }

        Merges.Attribute(parsed, bySha);
        return parsed;
    }

    public static Dictionary<string, ParsedCommit> BySha(IEnumerable<ParsedCommit> commits) =>
        commits.ToDictionary(commit => commit.Commit.Sha, StringComparer.Ordinal);
}
