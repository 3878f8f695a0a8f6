namespace Slipway.Workflows.Running.Scheduling;

/// <summary>A job as the workflow states it: before its needs are over, nobody knows what it consists of.</summary>
/// <param name="Needs">Ids of jobs of the same workflow.</param>
/// <param name="Weight">How long it will take, in any unit: what many wait for starts first. Default: all the same.</param>
public sealed record JobNode(string Id, IReadOnlyList<string> Needs, double Weight = 1);

/// <summary>What a job turns out to be once its needs are over and its <c>if</c> can be evaluated.</summary>
public abstract record Resolution;

/// <summary>Its <c>if</c> is false.</summary>
public sealed record NotWanted(string Reason) : Resolution;

/// <summary>It cannot run: an expression of it fails, its matrix is too large.</summary>
public sealed record NotPossible(string Reason) : Resolution;

/// <summary>It runs: as one leg, or as one for each combination of its matrix.</summary>
/// <param name="FailFast">One leg that fails cancels the others; GitHub's default is true.</param>
/// <param name="MaxParallel">How many legs run at once; null: no limit of its own.</param>
public sealed record Legs(IReadOnlyList<Leg> All, bool FailFast = true, int? MaxParallel = null) : Resolution;

/// <summary>One combination of a matrix, or a job that has none.</summary>
/// <param name="Name">What tells it from the others of its matrix, for example <c>ubuntu, 10</c>; empty without a matrix.</param>
public sealed record Leg(string Name = "")
{
    /// <summary>Its failure is none of the job's.</summary>
    public bool ContinuesOnError { get; init; }

    public Claim? Concurrency { get; init; }

    /// <summary>The jobs of the workflow that it calls; null: it has steps.</summary>
    public IReadOnlyList<JobNode>? Calls { get; init; }
}

/// <summary>At most one of the group at a time.</summary>
/// <param name="CancelInProgress">The newest ends the one at work; else it waits.</param>
/// <param name="Queues">All wait; else only the newest does, and who waited before is cancelled.</param>
public sealed record Claim(string Group, bool CancelInProgress = false, bool Queues = false);
