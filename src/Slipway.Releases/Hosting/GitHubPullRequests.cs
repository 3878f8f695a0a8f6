namespace Slipway.Releases;

/// <summary>Which pull requests brought commits.</summary>
sealed class GitHubPullRequests(GitHubApi api, GitHubCalls calls)
{
    public async Task<IReadOnlyList<MergedPullRequest>> OfAsync(
        IReadOnlyCollection<string> commits,
        CancellationToken cancellationToken
    )
    {
        var found = new SortedDictionary<int, MergedPullRequest>();
        foreach (var commit in commits.Distinct(StringComparer.Ordinal))
        {
            foreach (
                var merged in (await OfAsync(commit, cancellationToken))
                    .Select(pull => pull.ToMerged())
                    .OfType<MergedPullRequest>()
            )
                found.TryAdd(merged.Number, merged);
        }

        return [.. found.Values];
    }

    /// <summary>GitHub refuses a commit that it does not have (422), as one that is not pushed yet.</summary>
    async Task<IReadOnlyList<PullModel>> OfAsync(string commit, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RepeatAsync(
                $"find the pull requests of commit {commit}",
                () => api.ListAsync<PullModel>($"commits/{commit}/pulls"),
                cancellationToken
            );
        }
        catch (HostException unknown) when (unknown.Kind == HostFailure.Invalid)
        {
            return [];
        }
    }
}
