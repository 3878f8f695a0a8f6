namespace Slipway.Workflows.Running;

/// <summary>Where an expression is evaluated: what it reads, and what its functions answer.</summary>
public sealed record EvaluationScope(Contexts Contexts)
{
    /// <summary>What <c>success()</c>, <c>failure()</c> and <c>cancelled()</c> answer.</summary>
    public StatusFunctions Status { get; init; } = StatusFunctions.Of(JobStatus.Success);

    /// <summary>The directory in which <c>hashFiles</c> looks; null where it is not available.</summary>
    public string? Workspace { get; init; }
}

/// <summary>
/// The answers of the status functions. Of a job whose needs were skipped neither <c>success()</c> nor
/// <c>failure()</c> holds.
/// </summary>
public sealed record StatusFunctions(bool Success, bool Failure, bool Cancelled)
{
    /// <summary>In a step: what the job has come to so far.</summary>
    public static StatusFunctions Of(JobStatus status) =>
        new(status == JobStatus.Success, status == JobStatus.Failure, status == JobStatus.Cancelled);
}

/// <summary><c>job.status</c>.</summary>
public enum JobStatus
{
    Success,
    Failure,
    Cancelled,
}
