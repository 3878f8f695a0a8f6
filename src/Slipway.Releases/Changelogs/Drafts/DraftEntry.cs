namespace Slipway.Releases;

/// <summary>An entry that is proposed for a change log.</summary>
public sealed record DraftEntry
{
    /// <summary>One of <see cref="ChangelogCategory.Known"/>.</summary>
    public required string Category { get; init; }

    /// <summary>Plain text, one line.</summary>
    public required string Text { get; init; }

    /// <summary>What the change is about, as its commit says; null: it does not.</summary>
    public string? Scope { get; init; }

    public bool IsBreaking { get; init; }

    /// <summary>Its number; null: none is named.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Full ids, the newest first.</summary>
    public required IReadOnlyList<string> Commits { get; init; }

    /// <summary>Names, co-authors included.</summary>
    public required IReadOnlyList<string> Authors { get; init; }
}
