using Slipway.Delivery.Environments;
using Slipway.Delivery.Strategies;

namespace Slipway.Delivery.Plans;

/// <summary>Makes plans: pure functions of what is and what is wanted.</summary>
public static class Planner
{
    /// <summary>An empty plan when the wanted revision is live and healthy already.</summary>
    public static Plan Deploy(EnvironmentSpec environment, string platform, World world, Revision wanted) =>
        Make(Purpose.Deploy, environment, platform, world, wanted);

    /// <summary>Back to a revision that was live before; its migrations are not applied again.</summary>
    public static Plan Rollback(EnvironmentSpec environment, string platform, World world, Revision wanted) =>
        Make(Purpose.Rollback, environment, platform, world, wanted);

    /// <summary>
    /// The idle slot's revision takes all traffic at once. An exchange of two warm slots is blue/green's end, so that is how
    /// it goes under every strategy.
    /// </summary>
    public static Plan Swap(EnvironmentSpec environment, string platform, World world, Revision wanted) =>
        Make(Purpose.Swap, environment with { Strategy = new BlueGreen() }, platform, world, wanted);

    static Plan Make(Purpose purpose, EnvironmentSpec environment, string platform, World world, Revision wanted)
    {
        var steps = IsLive(environment, world, wanted)
            ? []
            : environment.Strategy.Plan(purpose, world, wanted, environment);
        return new Plan
        {
            Purpose = purpose,
            Environment = environment.Name,
            Port = environment.Port,
            Platform = platform,
            Strategy = environment.Strategy.Name,
            Observed = WorldFacts.Of(world),
            Wanted = wanted,
            Steps = steps,
            PointOfNoReturn = steps.ToList().FindIndex(step => step is Switch),
        };
    }

    static bool IsLive(EnvironmentSpec environment, World world, Revision wanted) =>
        world.GatewayPort == environment.Port
        && world.Live is { Traffic: 100 } live
        && wanted.RunsTheSame(live.Revision)
        && live.Healthy == environment.Instances;
}
