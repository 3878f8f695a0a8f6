using Slipway.Reporting;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Components.Running;

/// <summary>How the end of a job is shown. For programs, and in the summary, its conclusion is GitHub's.</summary>
sealed record JobOutcome(StageOutcome Outcome, string? Detail)
{
    public static JobOutcome Of(JobReport job) =>
        job switch
        {
            { Conclusion: Conclusion.Success, WasDoneBefore: true } => new(StageOutcome.Succeeded, "done before"),
            { Conclusion: Conclusion.Success } => new(StageOutcome.Succeeded, job.Reason ?? job.Url),
            { Conclusion: Conclusion.Skipped } => new(StageOutcome.Skipped, job.Reason),
            { Conclusion: Conclusion.Waiting } => new(StageOutcome.Waiting, job.Reason),
            // It has no log where none of its steps began: then it has not failed, and took no time.
            { Conclusion: Conclusion.Cancelled, Log: null } => new(
                StageOutcome.Skipped,
                $"cancelled before it began: {job.Reason}"
            ),
            { Conclusion: Conclusion.Cancelled } => new(StageOutcome.Cancelled, job.Reason),
            { IsTolerated: true } => new(StageOutcome.Skipped, $"failed, which is tolerated: {job.Reason}"),
            _ => new(StageOutcome.Failed, job.Reason ?? job.Url),
        };
}
