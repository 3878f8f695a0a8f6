using System.Collections.Immutable;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Runs one step of a job on this machine as GitHub's runner would.</summary>
/// <param name="machine">The variables that every process gets; see <see cref="MachineEnvironment"/>.</param>
/// <param name="masker">Knows the run's secrets; a step may tell it more (<c>::add-mask::</c>).</param>
public sealed class StepRunner(
    ImmutableSortedDictionary<string, string> machine,
    IActionRunner actions,
    SecretMasker masker,
    TimeProvider time
)
{
    /// <summary>
    /// Never throws for what a step does: a step that cannot run fails, and the log says why. What it changed is in the
    /// result; <see cref="JobState.After"/> takes it up.
    /// </summary>
    public async Task<StepResult> RunAsync(Step step, JobState state, IStepLog log, JobCancellation cancellation)
    {
        var started = time.GetTimestamp();
        var masked = new MaskedLog(log, masker);
        var status = cancellation.Requested.IsCancellationRequested ? JobStatus.Cancelled : state.Status;
        var attempt = new StepAttempt(step, state, status, masked);
        StepResult result;
        try
        {
            result = attempt.IsWanted()
                ? await RunWithinAsync(attempt, cancellation)
                : attempt.Ended(StepConclusion.Skipped, StepConclusion.Skipped);
        }
        catch (Exception failure) when (IsStepsOwn(failure))
        {
            masked.Write(new LogLine(LogKind.Error, failure.Message));
            result = attempt.Failed();
        }
        masked.Flush();
        return result with
        {
            Id = step.Id,
            Name = masker.Hide(result.Name),
            Summary = MaskedText.Of(result.Summary, masker),
            Duration = time.GetElapsedTime(started),
        };
    }

    async Task<StepResult> RunWithinAsync(StepAttempt attempt, JobCancellation cancellation)
    {
        var limit = attempt.TimeLimit();
        using var timeout = limit is { } span ? new CancellationTokenSource(span, time) : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation.Forced, timeout.Token);
        await using var cancelled = cancellation.Requested.Register(() =>
        {
            if (!attempt.IsWantedWhenCancelled())
                stop.Cancel();
        });
        try
        {
            return await RunAsync(attempt, stop.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            attempt.Log.Write(
                new LogLine(LogKind.Error, $"'{attempt.Name}' has timed out after {limit!.Value.TotalMinutes} minutes.")
            );
            return attempt.Failed();
        }
        catch (OperationCanceledException)
        {
            attempt.Log.Write(new LogLine(LogKind.Error, $"'{attempt.Name}' was cancelled."));
            return attempt.Ended(StepConclusion.Cancelled, StepConclusion.Cancelled);
        }
        catch (Exception failure) when (IsStepsOwn(failure))
        {
            attempt.Log.Write(new LogLine(LogKind.Error, failure.Message));
            return attempt.Failed();
        }
    }

    Task<StepResult> RunAsync(StepAttempt attempt, CancellationToken cancellation) =>
        attempt.Step is ActionStep action
            ? new ActionStepRun(attempt, action, machine, actions).RunAsync(cancellation)
            : new ScriptRun(attempt, (RunStep)attempt.Step, machine, masker, time).RunAsync(cancellation);

    static bool IsStepsOwn(Exception failure) =>
        failure
            is StepException
                or EvaluationException
                or ExpressionException
                or IOException
                or UnauthorizedAccessException;
}
