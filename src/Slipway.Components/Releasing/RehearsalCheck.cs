using System.Globalization;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Releases;
using Journal = Slipway.Delivery.Journal;

namespace Slipway.Components.Releasing;

/// <summary>Whether a revision's migrations were rehearsed before it went live, as the environment's journal has it.</summary>
static class RehearsalCheck
{
    const string Name = "Migrations rehearsed";

    /// <param name="digest">The image that is released.</param>
    public static ReleaseCheck Of(EnvironmentDirectory environment, string digest)
    {
        var deployed = Journal
            .History.Of(Journal.DeploymentJournal.Read(environment).Entries)
            .LastOrDefault(deployment =>
                deployment is { Result: Journal.DeploymentResult.Succeeded, Purpose: Purpose.Deploy }
                && deployment.Revision.Digest.Equals(digest, StringComparison.Ordinal)
            );
        var source = $"journal of {environment.Name}";
        if (deployed is null)
            return new(Name, CheckAnswer.NotChecked, "it has no deployment of this image", source);
        var plan = Plan.Load(Path.Combine(environment.Plans, $"{deployed.Plan}.json"), deployed.Plan);
        return Of(plan, deployed) with
        {
            Source = string.Create(
                CultureInfo.InvariantCulture,
                $"{source}, plan {plan.ShortDigest}, {deployed.BegunAt.UtcDateTime:yyyy-MM-dd HH:mm}Z"
            ),
        };
    }

    static ReleaseCheck Of(Plan plan, Journal.DeploymentRecord deployed)
    {
        if (plan.Migrations?.Pending.Count == 0)
            return new(Name, CheckAnswer.Passed, "none was pending", "");
        var rehearsal = plan.Steps.ToList().FindIndex(step => step is Rehearse);
        if (rehearsal >= 0)
            return deployed.Done.Contains(rehearsal)
                ? new(Name, CheckAnswer.Passed, "on a copy of its database, with the live revision run on it", "")
                : new(Name, CheckAnswer.NotChecked, "it was planned, and skipped", "");
        var isFirst = plan.Observed.Blue.Version is null && plan.Observed.Green.Version is null;
        return new(
            Name,
            CheckAnswer.NotChecked,
            isFirst ? "the first deployment has nothing to rehearse on" : "this environment asks for no rehearsal",
            ""
        );
    }
}
