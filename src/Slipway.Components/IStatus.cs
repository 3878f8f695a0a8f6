using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>What runs where.</summary>
public interface IStatus : IHazEnvironments
{
    /// <summary>Standard output then carries the JSON alone: see <see cref="JsonOutput"/>.</summary>
    [Parameter("Prints JSON for a program to read")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    Target Status =>
        _ =>
            _.Description("Shows every environment: slots, versions, traffic, health, last deployment; --json")
                .Runs(async () => await StatusCommand.RunAsync(this, Json));
}
