namespace Slipway.Releases;

/// <summary>Which commits of a history: those that one revision reaches and others do not.</summary>
public sealed record HistoryRange
{
    /// <summary>Everything that HEAD reaches.</summary>
    public static HistoryRange OfHead { get; } = new();

    /// <summary>A revision as git reads it: an id, <c>HEAD</c>, <c>refs/tags/v1.2.3</c>.</summary>
    public string To { get; init; } = "HEAD";

    /// <summary>Revisions whose commits are left out, themselves included.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Follows the first parent of a merge only: what happened on the branch itself.</summary>
    public bool FirstParentOnly { get; init; }

    /// <summary>What HEAD has and a revision has not.</summary>
    public static HistoryRange Since(string revision) => new() { Except = [revision] };
}
