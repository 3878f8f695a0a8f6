using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>How a revision takes over: a pure function from the world and the wish to steps.</summary>
public interface IStrategy
{
    /// <summary>The name in plans, such as <c>blue-green</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong with its parameters for this environment, in one clause; null: nothing.</summary>
    string? Fault(EnvironmentSpec environment);

    /// <summary>
    /// The steps from <paramref name="world"/> to <paramref name="wanted"/>. Exactly one of them is a
    /// <see cref="Switch"/>, after which the new slot has all traffic.
    /// </summary>
    IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment);
}
