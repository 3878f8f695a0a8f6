using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>What runs where.</summary>
public interface IStatus : IHazEnvironments, IHazJson
{
    Target Status =>
        _ =>
            _.Description("Shows every environment: slots, versions, traffic, health, last deployment; --json")
                .Runs(async () => await StatusCommand.RunAsync(this, Json));
}
