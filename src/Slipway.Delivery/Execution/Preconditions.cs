using Slipway.Delivery.Environments;
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

        var starts = plan.Steps.Any(step => step is StartSlot or Scale or Migrate);
        var same = string.Equals(plan.Wanted.Configuration, environment.ConfigurationDigest, StringComparison.Ordinal);
        if (starts && !same)
        {
            throw new DeliveryException(
                $"The settings of {plan.Environment} are not those that the plan {plan.ShortDigest} was made with. "
                    + "Make the plan anew."
            );
        }
    }

    /// <summary>The idle slot's revision, which must be warm: a swap starts nothing.</summary>
    public static Revision SwapTarget(EnvironmentSpec environment, World world)
    {
        if (world.Live is not { } live)
            throw new DeliveryException($"{environment.Name} has nothing live to swap with.");
        var idle = world[live.Name.Other()];
        if (idle.Revision is not { } revision)
        {
            throw new DeliveryException(
                $"{environment.Name} has nothing in {idle.Name.Name()} to swap with: it is empty. To return to an earlier "
                    + $"revision: ./build.sh Rollback --environment {environment.Name}"
            );
        }

        if (idle.Healthy < environment.Instances)
        {
            throw new DeliveryException(
                $"{environment.Name} cannot swap: {idle.Healthy} of {environment.Instances} instances of {revision} in "
                    + $"{idle.Name.Name()} are ready. A rollback starts it anew: ./build.sh Rollback --environment {environment.Name}"
            );
        }

        return revision;
    }
}
