// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>What comes last, once, whether the build ends by itself or is interrupted.</summary>
internal sealed class BuildFinish(NukeBuild build)
{
    private int _done;

    /// <summary>Whether there is something to sum up: the plan is made.</summary>
    public bool IsDue { get; set; }

    public void Once()
    {
        if (!IsDue || Interlocked.Exchange(ref _done, 1) == 1)
            return;

        foreach (var target in build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status = target.Status switch
            {
                ExecutionStatus.Running => ExecutionStatus.Aborted,
                ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                var status => status,
            };
        }

        build.WriteOutcome();
        try
        {
            build.Raise<IOnBuildFinished>(x => x.OnBuildFinished());
        }
        catch (Exception exception)
        {
            // The package lets this end the process with a stack trace.
            Host.Error($"{nameof(NukeBuild.OnBuildFinished)}: {exception.Unwrap().Message}");
            build.ExitCode = -1;
        }
    }
}
