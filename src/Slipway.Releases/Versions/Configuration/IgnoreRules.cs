namespace Slipway.Releases;

/// <summary>Which commits count as if they were not there: GitVersion 6's <c>ignore</c>.</summary>
sealed record IgnoreRules
{
    /// <summary>Ids, or how they begin.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>Older commits do not count.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>A commit whose every path matches one of these does not count.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public bool IsEmpty => Commits.Count == 0 && Before is null && Paths.Count == 0;
}
