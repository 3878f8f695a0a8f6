namespace Slipway.Delivery.Gates;

/// <summary>What follows when too few requests came by to judge a revision.</summary>
public enum NotJudgedPolicy
{
    /// <summary>The deployment goes on, and says that nothing was judged.</summary>
    Proceed,

    /// <summary>The deployment is rolled back.</summary>
    Fail,
}

/// <summary>
/// How much worse than the old slot a new one may be while it bakes. It is part of the plan, so its numbers are whole
/// ones.
/// </summary>
public sealed record Budget
{
    /// <summary>Each slot must have finished so many requests in its window; with fewer nothing is judged.</summary>
    public int MinimumRequests { get; init; } = 100;

    /// <summary>
    /// A sound revision is judged too slow or too faulty in at most 100 − this percent of all bakes. 50 to 99.
    /// </summary>
    public int ConfidencePercent { get; init; } = 99;

    /// <summary>The new p99 may be so many percent of the old one: 150 is half as much again. 100 or more.</summary>
    public int P99Percent { get; init; } = 150;

    /// <summary>
    /// A share of errors so many percentage points above the old slot's ends the bake at once. 1 to 100.
    /// </summary>
    public int HardLimitPercent { get; init; } = 25;

    public NotJudgedPolicy WhenNotJudged { get; init; } = NotJudgedPolicy.Proceed;

    /// <summary>What is wrong with these numbers, in one sentence; null: nothing.</summary>
    public string? Fault() =>
        MinimumRequests < 1 ? $"a budget needs at least 1 request to judge, not {MinimumRequests}"
        : ConfidencePercent is < 50 or > 99 ? $"a confidence is from 50 to 99 percent, not {ConfidencePercent}"
        : P99Percent < 100 ? $"a new p99 is allowed at least 100 percent of the old one, not {P99Percent}"
        : HardLimitPercent is < 1 or > 100 ? $"a hard limit is from 1 to 100 percentage points, not {HardLimitPercent}"
        : null;
}
