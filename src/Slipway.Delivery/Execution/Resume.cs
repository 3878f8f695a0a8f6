using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>Which way an unfinished deployment is brought to its end, and why, in words for a person.</summary>
public sealed record Resume(bool Forward, string Why)
{
    /// <summary>
    /// The rule: a recorded failure goes back; a world in which the point of no return has taken effect goes forward;
    /// everything else goes back. Only the world counts for the second, because a kill can fall between the effect and
    /// its entry in the journal.
    /// </summary>
    public static Resume Decide(Plan plan, DeploymentRecord unfinished, World world)
    {
        if (unfinished.GoesBack)
            return new Resume(Forward: false, $"it had failed ({unfinished.Note}) and was not undone to the end");

        return plan.PointOfNoReturn >= 0 && StepEffects.Holds(plan.Steps[plan.PointOfNoReturn], world)
            ? new Resume(Forward: true, $"{plan.Wanted} has the traffic already")
            : new Resume(Forward: false, $"{plan.Wanted} had no traffic yet");
    }
}
