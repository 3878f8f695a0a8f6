using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>
/// The old revision is stopped before the new one starts, for a backend that must never run twice. Requests wait at the
/// front door meanwhile; none is refused that has not waited for the limit. When the new revision fails, the old one is
/// started again, and requests wait for that as well.
/// </summary>
public sealed record Recreate : IStrategy
{
    static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>How long one request waits at most. Above zero, at most an hour; 2 minutes unless it is set.</summary>
    public TimeSpan HoldLimit { get; init; } = TimeSpan.FromMinutes(2);

    public string Name => "recreate";

    public string? Fault(EnvironmentSpec environment) =>
        HoldLimit <= TimeSpan.Zero || HoldLimit > s_longest
            ? $"a request is held for more than zero seconds and at most {s_longest.TotalHours:0} hour, not {HoldLimit}"
            : null;

    public IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        var takeover = new Takeover(purpose, world, wanted, environment);
        int? hold = takeover.Serving is null ? null : Takeover.Seconds(HoldLimit);
        return
        [
            .. takeover.Open(),
            .. takeover.Prepare(),
            .. Stop(world.Live, hold, takeover.ReadySeconds),
            .. takeover.Migrate(),
            .. takeover.Start(environment.Instances),
            .. takeover.Switch(holdSeconds: hold),
        ];
    }

    static IEnumerable<Step> Stop(SlotState? live, int? hold, int readySeconds)
    {
        if (live is not { Revision: { } revision })
            yield break;
        if (hold is { } limit)
            yield return new Hold(limit, live.Name);
        yield return new StopSlot(live.Name, revision, live.Instances, readySeconds);
    }
}
