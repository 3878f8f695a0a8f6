namespace Slipway.Releases;

/// <summary>A release as the host has it.</summary>
/// <param name="Target">What the tag would be made at, if it were not there: a commit or a branch.</param>
/// <param name="Notes">Markdown; empty: none.</param>
/// <param name="PublishedAt">UTC; null: it is a draft.</param>
public sealed record HostedRelease(
    long Id,
    string Tag,
    string Target,
    string Title,
    string Notes,
    bool IsDraft,
    bool IsPrerelease,
    Uri Page,
    DateTimeOffset? PublishedAt
);

/// <summary>A release to be made, not yet visible.</summary>
/// <param name="Tag">For example <c>v1.2.3</c>.</param>
/// <param name="Commit">The full id of the commit that the tag is on.</param>
/// <param name="Notes">Markdown.</param>
public sealed record ReleaseDraft(string Tag, string Commit, string Title, string Notes, bool IsPrerelease);
