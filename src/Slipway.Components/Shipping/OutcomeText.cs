using Serilog;
using Slipway.Delivery.Execution;

namespace Slipway.Components.Shipping;

/// <summary>How a command on an environment ended, in words.</summary>
static class OutcomeText
{
    /// <exception cref="BuildException">It did not end well.</exception>
    public static void Show(Place place, Outcome outcome)
    {
        var name = place.Spec.Name;
        switch (outcome)
        {
            case Succeeded done:
                Log.Information("{Environment:l} serves {Revision:l} at {Url:l}", name, done.Plan.Wanted, place.Url);
                break;
            case NothingToDo nothing:
                Log.Information("{Environment:l}: {Reason:l}", name, nothing.Reason);
                break;
            case Undone undone:
                Log.Information(
                    "{Environment:l}: the unfinished deployment of {Revision:l} is undone; that was the way back",
                    name,
                    undone.Plan.Wanted
                );
                break;
            case AwaitingApproval waiting:
                Log.Information("{Environment:l} waits for an approval of plan {Digest:l}", name, waiting.Plan.Digest);
                break;
            case RolledBack back:
                throw Failed(
                    back.Evidence,
                    $"{name}: '{back.FailedStep.Title}' failed and what was done is undone. {back.Evidence.Message}"
                );
            case Unfinished stuck:
                throw Failed(
                    stuck.Evidence,
                    $"{name}: stopped at '{stuck.Step.Title}'. {stuck.Evidence.Message} Run the same command again: it goes on from the journal."
                );
            case Refused refused:
                foreach (var difference in refused.Differences)
                    Log.Error("{Difference:l}", difference);
                throw new BuildException(
                    $"{name} has changed since the plan {refused.Plan.ShortDigest} was made, so it was refused: what differs is listed above. The plan made anew, {refused.Anew.Digest}, waits for an approval."
                );
            default:
                throw new NotSupportedException($"An outcome of type {outcome.GetType().Name}.");
        }
    }

    public static BuildException Failed(Evidence evidence, string message) =>
        new(evidence.LogFile is { } log ? $"{message} Log: {log}" : message) { Evidence = evidence.LastLines };
}
