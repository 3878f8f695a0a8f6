using System.Collections.Immutable;

namespace Slipway.Workflows.Running.Scheduling;

enum JobPhase
{
    Waiting,
    Resolving,
    Open,
    Done,
}

enum LegPhase
{
    /// <summary>It waits for its concurrency group.</summary>
    Ready,

    /// <summary>It has its group, and waits for a place to run.</summary>
    Queued,
    Running,
    Cancelling,
    Done,
}

/// <param name="Caller">The leg that calls the workflow of this job; null at the top.</param>
/// <param name="Needs">Keys.</param>
/// <param name="Rank">The weight of the longest chain from here to the end: the greatest starts first.</param>
sealed record JobState(string Key, string? Caller, ImmutableArray<string> Needs, double Rank, int Order)
{
    public JobPhase Phase { get; init; }
    public Legs? Legs { get; init; }
    public Conclusion? Conclusion { get; init; }
}

/// <param name="Order">When it became ready, counted up: who comes later in a concurrency group.</param>
sealed record LegState(string Key, string Job, Leg Leg, int Order)
{
    public LegPhase Phase { get; init; }
    public Conclusion? Conclusion { get; init; }

    /// <summary>A workflow that is called takes no place: its jobs do.</summary>
    public bool TakesPlace => Leg.Calls is null && IsActive;

    public bool IsActive => Phase is LegPhase.Running or LegPhase.Cancelling;

    public bool HoldsGroup => IsActive || Phase == LegPhase.Queued;
}
