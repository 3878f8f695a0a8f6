namespace Slipway.Releases;

/// <summary>A pull request that was merged.</summary>
/// <param name="Author">The author's login; null: the account is gone.</param>
/// <param name="MergeCommit">The full id of the commit that it became.</param>
public sealed record MergedPullRequest(
    int Number,
    string Title,
    string? Author,
    Uri Page,
    DateTimeOffset MergedAt,
    string? MergeCommit,
    IReadOnlyList<string> Labels
);
