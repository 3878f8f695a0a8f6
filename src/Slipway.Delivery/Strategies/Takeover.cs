using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>The pieces that strategies are put together from, for one wish in one world.</summary>
sealed class Takeover(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
{
    readonly SlotState? _live = world.Live;

    /// <summary>The slot that takes over.</summary>
    public Slot To { get; } = world.Live?.Name.Other() ?? Slot.Blue;

    public Slot? From => _live?.Name;

    /// <summary>The live slot where it has instances; null: nothing serves, so nothing is gained by going gently.</summary>
    public SlotState? Serving => _live is { Instances: > 0, Revision: not null } ? _live : null;

    public int ReadySeconds => Seconds(environment.ReadyTimeout);

    /// <summary>
    /// The front door on its port, and all traffic on one slot: where it was split by hand, the idle slot must lose its
    /// share before it is touched. That is not undone.
    /// </summary>
    public IEnumerable<Step> Open()
    {
        if (world.GatewayPort != environment.Port)
            yield return new OpenGateway(environment.Port, world.GatewayPort);
        if (_live is { Traffic: < 100 })
            yield return new Shift(Split.AllTo(_live.Name), Split.AllTo(_live.Name));
    }

    /// <summary>What is done for the database's sake while everything still serves.</summary>
    public IEnumerable<Step> Prepare() => Precautions.Before(purpose, world, wanted, environment);

    public IEnumerable<Step> Migrate()
    {
        if (purpose == Purpose.Deploy && environment.Service.MigrateArguments.Count > 0)
            yield return new Migrate(wanted);
    }

    /// <summary>So many of the wanted revision, ready and smoked before any user sees them.</summary>
    public IEnumerable<Step> Start(int instances)
    {
        if (!IsWarm(world[To], instances))
            yield return new StartSlot(To, wanted, instances);
        yield return new AwaitReady(To, instances, ReadySeconds);
        if (environment.SmokeChecks.Count > 0)
            yield return new Smoke(To, wanted, Via.Preview, environment.SmokeChecks);
    }

    /// <summary>The switch and the smoke checks at the public address.</summary>
    public IEnumerable<Step> Switch(Split? before = null, int? holdSeconds = null)
    {
        yield return new Switch(To, From) { Before = before, HoldSeconds = holdSeconds };
        if (environment.SmokeChecks.Count > 0)
            yield return new Smoke(To, wanted, Via.Public, environment.SmokeChecks);
    }

    /// <summary>The old slot runs dry and stays, warm, for a rollback.</summary>
    public IEnumerable<Step> Drain()
    {
        if (_live is { Instances: > 0 })
            yield return new Drain(_live.Name, Seconds(environment.DrainTimeout));
    }

    public static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    bool IsWarm(SlotState slot, int instances) =>
        wanted.RunsTheSame(slot.Revision) && slot.Healthy == instances && slot.Instances == instances;
}
