using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>What must hold before anything is begun; each breach is one clear <see cref="DeliveryException"/>.</summary>
static class Preconditions
{
    public static void RequireDeployable(EnvironmentSpec environment, Revision wanted)
    {
        if (environment.RefusesDirty && wanted.Dirty)
        {
            throw new DeliveryException(
                $"{wanted} was built from a tree with uncommitted changes; {environment.Name} takes commits only. "
                    + "Commit or stash them, then run this again."
            );
        }
    }

    public static void RequireRunnable(EnvironmentSpec environment, string platform, Plan plan)
    {
        RequireDeployable(environment, plan.Wanted);
        if (!string.Equals(plan.Environment, environment.Name, StringComparison.Ordinal))
            throw new DeliveryException(
                $"The plan {plan.ShortDigest} is for {plan.Environment}, not {environment.Name}."
            );
        if (plan.Port != environment.Port || !string.Equals(plan.Platform, platform, StringComparison.Ordinal))
        {
            throw new DeliveryException(
                $"The plan {plan.ShortDigest} is for {plan.Platform} on port {plan.Port}, and {plan.Environment} is now "
                    + $"{platform} on port {environment.Port}. Make the plan anew."
            );
        }

        var starts = plan.Steps.Any(step => step is StartSlot or Migrate);
        var same = string.Equals(plan.Wanted.Configuration, environment.ConfigurationDigest, StringComparison.Ordinal);
        if (starts && !same)
        {
            throw new DeliveryException(
                $"The settings of {plan.Environment} are not those that the plan {plan.ShortDigest} was made with. "
                    + "Make the plan anew."
            );
        }
    }

    /// <summary>
    /// The revision kept in the other slot, else the newest good one of the journal. One that must be started again runs
    /// with the settings of today, and says so by its configuration.
    /// </summary>
    public static Revision RollbackTarget(
        EnvironmentSpec environment,
        World world,
        IReadOnlyList<DeploymentRecord> history
    )
    {
        if (world.Live is not { Revision: { } live } slot)
            throw new DeliveryException($"{environment.Name} has nothing live to roll back from.");
        var other = world[slot.Name.Other()];
        var kept = live.RunsTheSame(other.Revision) ? null : other.Revision;
        if (kept is not null && other.Healthy == environment.Instances)
            return kept;
        return (kept ?? History.LastGoodBefore(history, live)) is { } good
            ? good with
            {
                Configuration = environment.ConfigurationDigest,
            }
            : throw new DeliveryException($"{environment.Name} has no revision before {live} to roll back to.");
    }
}
