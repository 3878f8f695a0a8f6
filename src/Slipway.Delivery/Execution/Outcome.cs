using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>How a command on an environment ended.</summary>
public abstract record Outcome
{
    /// <summary>Nothing went wrong: the command exits 0. Waiting for an approval is the plan's own, so it counts.</summary>
    public abstract bool IsGood { get; }
}

/// <summary>The wanted revision is live.</summary>
public sealed record Succeeded(Plan Plan) : Outcome
{
    public override bool IsGood => true;
}

/// <summary>The wanted revision was live and healthy already; nothing was changed.</summary>
public sealed record NothingToDo(Plan Plan, string Reason) : Outcome
{
    public override bool IsGood => true;
}

/// <summary>An unfinished deployment was undone, and that was the way back: what it was to replace is live.</summary>
/// <param name="Plan">The one that was undone.</param>
public sealed record Undone(Plan Plan) : Outcome
{
    public override bool IsGood => true;
}

/// <summary>The plan is written down and waits for a person.</summary>
public sealed record AwaitingApproval(Plan Plan) : Outcome
{
    public override bool IsGood => true;
}

/// <summary>A step failed or the run was cancelled; what was done is undone and the revision before serves.</summary>
public sealed record RolledBack(Plan Plan, Step FailedStep, Evidence Evidence) : Outcome
{
    public override bool IsGood => false;
}

/// <summary>The plan was not begun because the world is not the one it was made for.</summary>
/// <param name="Anew">The plan for the world as it is now; it waits for an approval.</param>
public sealed record Refused(Plan Plan, IReadOnlyList<string> Differences, Plan Anew) : Outcome
{
    public override bool IsGood => false;
}

/// <summary>
/// The run could neither finish nor undo: a step's undo failed, or the lease was lost. The journal keeps the place,
/// and the next Deploy or Rollback converges from it.
/// </summary>
public sealed record Unfinished(Plan Plan, Step Step, Evidence Evidence) : Outcome
{
    public override bool IsGood => false;
}
