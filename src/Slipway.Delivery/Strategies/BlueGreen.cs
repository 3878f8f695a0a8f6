using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>
/// The idle slot gets the wanted revision, is proved there, and takes all traffic at once; the other slot stays warm
/// for a rollback. A slot that already runs the wanted revision, ready, is not started again.
/// </summary>
/// <param name="BakeTime">
/// How long the new slot is watched after the switch and judged by what the old one showed before; zero: not at all. A
/// rollback does not bake.
/// </param>
public sealed record BlueGreen(TimeSpan BakeTime = default) : IStrategy
{
    /// <summary>What the new slot is allowed while it bakes.</summary>
    public Budget Budget { get; init; } = new();

    public string Name => "blue-green";

    public string? Fault(EnvironmentSpec environment) => BakeRules.Fault(BakeTime) ?? Budget.Fault();

    public IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        var takeover = new Takeover(purpose, world, wanted, environment);
        List<Step> steps =
        [
            .. takeover.Open(),
            .. takeover.Prepare(),
            .. takeover.Migrate(),
            .. takeover.Start(environment.Instances),
            .. takeover.Switch(),
        ];
        if (purpose == Purpose.Deploy && BakeTime > TimeSpan.Zero && takeover.Serving is { } old)
            steps.Add(new Bake(takeover.To, old.Name, Takeover.Seconds(BakeTime), Budget, Baseline.Before));
        return [.. steps, .. takeover.Drain()];
    }
}
