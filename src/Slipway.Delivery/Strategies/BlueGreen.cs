using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>
/// The idle slot gets the wanted revision, is proved there, and takes all traffic at once; the other slot stays warm
/// for a rollback. A slot that already runs the wanted revision, ready, is not started again.
/// </summary>
public sealed record BlueGreen : IStrategy
{
    public string Name => "blue-green";

    public IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        var live = world.Live;
        var idle = live?.Name.Other() ?? Slot.Blue;
        var steps = new List<Step>();

        if (world.GatewayPort != environment.Port)
            steps.Add(new OpenGateway(environment.Port, world.GatewayPort));
        if (purpose == Purpose.Deploy && environment.Service.MigrateArguments.Count > 0)
            steps.Add(new Migrate(wanted));
        if (!IsWarm(world[idle], wanted, environment.Instances))
            steps.Add(new StartSlot(idle, wanted, environment.Instances));

        steps.Add(new AwaitReady(idle, environment.Instances, Seconds(environment.ReadyTimeout)));
        if (environment.SmokeChecks.Count > 0)
            steps.Add(new Smoke(idle, wanted, Via.Preview, environment.SmokeChecks));
        steps.Add(new Switch(idle, live?.Name));
        if (environment.SmokeChecks.Count > 0)
            steps.Add(new Smoke(idle, wanted, Via.Public, environment.SmokeChecks));
        if (live is { Instances: > 0 })
            steps.Add(new Drain(live.Name, Seconds(environment.DrainTimeout)));
        return steps;
    }

    static bool IsWarm(SlotState slot, Revision wanted, int instances) =>
        wanted.RunsTheSame(slot.Revision) && slot.Healthy == instances && slot.Instances == instances;

    static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
