using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>
/// What a job has come to: what its next step sees. A value; <see cref="After"/> makes the one after a step.
/// </summary>
public sealed record JobState
{
    /// <summary>
    /// As they are when the job starts. <c>env</c>, <c>steps</c> and <c>job.status</c> are this state's; the variables
    /// <c>GITHUB_…</c> and <c>RUNNER_…</c> are made of <c>github</c> and <c>runner</c>.
    /// </summary>
    public required Contexts Contexts { get; init; }

    /// <summary>The job's clean checkout: absolute; where steps run, and where <c>hashFiles</c> looks.</summary>
    public required string Workspace { get; init; }

    /// <summary><c>RUNNER_TEMP</c>: absolute; it exists, and nobody else may read it.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>
    /// Unlike any other job's: each process of the job carries it in RUNNER_TRACKING_ID, so that what a job leaves
    /// running can be ended (<see cref="OrphanProcesses"/>).
    /// </summary>
    public required string TrackingId { get; init; }

    /// <summary>The workflow's and the job's variables, evaluated; then those of the steps before (GITHUB_ENV).</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = StepEnvironment.Empty;

    /// <summary>What steps put in front of PATH (GITHUB_PATH), first what is searched first.</summary>
    public ImmutableList<string> Path { get; init; } = [];

    /// <summary>Of the steps with an id that are over, by id.</summary>
    public MapValue Steps { get; init; } = Values.Empty;

    public JobStatus Status { get; init; }

    /// <summary>The workflow's and the job's <c>defaults.run</c>, evaluated.</summary>
    public Defaults? Defaults { get; init; }

    /// <summary>What the job's expressions see now: outputs of the job, its environment's address.</summary>
    public EvaluationScope Scope => ScopeWith(Environment, Status);

    /// <summary>The state after a step: its outputs, variables and paths, and whether the job has failed.</summary>
    public JobState After(StepResult result) =>
        this with
        {
            Environment = Environment.SetItems(result.Environment),
            Path = [.. result.Path, .. Path.Except(result.Path, StringComparer.Ordinal)],
            Steps = result.Id is { } id ? Steps.With(id, result.ToValue()) : Steps,
            Status = result.Conclusion switch
            {
                // A job that was cancelled stays so, whatever its last steps do.
                StepConclusion.Failure when Status == JobStatus.Success => JobStatus.Failure,
                StepConclusion.Cancelled => JobStatus.Cancelled,
                _ => Status,
            },
        };

    internal EvaluationScope ScopeWith(ImmutableSortedDictionary<string, string> environment, JobStatus status) =>
        new(
            Contexts with
            {
                Env = Values.Texts(environment),
                Steps = Steps,
                Job = Contexts.Job.With("status", Words.Of(status)),
            }
        )
        {
            Status = StatusFunctions.Of(status),
            Workspace = Workspace,
        };
}
