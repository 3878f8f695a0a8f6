// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the targets of the plan, one after the other.</summary>
internal sealed class BuildExecutor(NukeBuild build, BuildAttempt attempt)
{
    /// <param name="skipped">Names of targets that do not run; empty for all that were not asked for; null for none.</param>
    /// <exception cref="TargetExecutionException">A target, or a condition, has thrown; its error is written.</exception>
    public void Execute(IReadOnlyCollection<string> skipped)
    {
        Skipping.ByName(build, skipped);
        foreach (var target in build.ExecutionPlan)
            CheckConditions(target, target.StaticConditions);

        Requirements.Validate(build, build.ScheduledTargets);
        attempt.Start(build.Continue);

        BuildManager.Cancelled += ExecuteAssuredTargets;
        try
        {
            foreach (var target in build.ExecutionPlan)
                Execute(target, stopOnFailure: true);
        }
        catch
        {
            ExecuteAssuredTargets();
            throw;
        }
    }

    private void ExecuteAssuredTargets()
    {
        foreach (var target in build.ExecutionPlan)
        {
            if (target is { AssuredAfterFailure: true, Status: ExecutionStatus.Scheduled })
                Execute(target, stopOnFailure: false);
        }
    }

    private void Execute(ExecutableTarget target, bool stopOnFailure)
    {
        if (
            target.Status == ExecutionStatus.Skipped
            || attempt.HasDone(target.Name)
            || CheckConditions(target, target.DynamicConditions)
        )
        {
            target.Status = ExecutionStatus.Skipped;
            build.Raise<IOnTargetSkipped>(x => x.OnTargetSkipped(target));
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        using var name = Logging.SetTarget(target.Name);
        using var block = build.WriteTarget(target.Name);
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Raise<IOnTargetRunning>(x => x.OnTargetRunning(target));
        try
        {
            foreach (var action in target.Actions)
                action();

            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.Raise<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));
            attempt.Add(target.Name);
        }
        catch (Exception exception)
        {
            Fail(target, exception.Unwrap());
            if (stopOnFailure && !target.ProceedAfterFailure)
                throw new TargetExecutionException(target.Name, exception);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
        {
            var firstLine = exception.Message.SplitLineBreaks()[0];
            build.ReportSummary(target, x => new(x, StringComparer.Ordinal) { [exception.GetType().Name] = firstLine });
        }

        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        build.Raise<IOnTargetFailed>(x => x.OnTargetFailed(target));
    }

    /// <summary>Whether the target is switched off, by these conditions or earlier ones.</summary>
    private bool CheckConditions(ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => Skipping.WithoutArrow(x.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = violated.Join(" && ");
                Skipping.Mark(build, target);
            }
        }
        catch (Exception exception)
        {
            Log.Error(
                exception.Unwrap(),
                "Invocation of condition for {TargetName} has thrown an exception",
                target.Name
            );
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen != null;
    }
}
