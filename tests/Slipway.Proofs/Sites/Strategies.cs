using Slipway.Delivery.Strategies;

namespace Slipway.Proofs.Sites;

/// <summary>Every strategy there is: what is proved is proved of each.</summary>
static class Strategies
{
    public static IReadOnlyList<IStrategy> All { get; } = [new BlueGreen()];

    public static IStrategy Named(string name) => All.Single(strategy => strategy.Name == name);
}
