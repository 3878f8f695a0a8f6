namespace Slipway.Delivery.Approvals;

/// <summary>Whose approvals a plan needs, and how many.</summary>
public sealed record ApprovalPolicy
{
    /// <summary>How many different people: 1 (the default) or 2.</summary>
    public int People { get; init; } = 1;

    /// <summary>The author of the plan's commit is none of them; default: he may be.</summary>
    public bool NeverTheAuthor { get; init; }

    /// <summary>How many people must still approve.</summary>
    public int Missing(IReadOnlyList<Approval> given) =>
        Math.Max(0, People - given.Select(approval => approval.Who).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    /// <summary>Why an approval by this person would not count, as a sentence; null: it would.</summary>
    /// <param name="author">The author of the plan's commit; null: nobody can tell.</param>
    public string? WhyNot(string who, string? author, IReadOnlyList<Approval> given)
    {
        if (given.Any(approval => Same(approval.Who, who)))
            return $"{who} has approved it already: it needs {People} different people.";
        if (!NeverTheAuthor)
            return null;
        if (author is null)
            return "This repository does not have the plan's commit, so nobody can tell whether its author approves it. Fetch it: git fetch.";
        return Same(author, who) ? $"{who} is the author of its commit: somebody else must approve it." : null;
    }

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
