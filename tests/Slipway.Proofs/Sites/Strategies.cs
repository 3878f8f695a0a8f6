using Slipway.Delivery.Gates;
using Slipway.Delivery.Strategies;

namespace Slipway.Proofs.Sites;

/// <summary>A strategy, and with how many instances it is proved.</summary>
sealed record StrategyCase(IStrategy Strategy, int Instances = 1)
{
    public string Name => Strategy.Name;
}

/// <summary>The strategies that the proofs run; adding one is a line.</summary>
static class Strategies
{
    public static IReadOnlyList<StrategyCase> All { get; } =
    [
        new(new BlueGreen()),
        new(new Canary([10, 50], TimeSpan.FromSeconds(1), new Budget())),
        new(new Rolling(Batch: 1), Instances: 2),
        new(new Recreate()),
    ];

    public static StrategyCase Named(string name) => All.Single(strategy => strategy.Name == name);
}
