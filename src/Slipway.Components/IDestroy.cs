using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Takes an environment down.</summary>
public interface IDestroy : IHazEnvironments
{
    /// <summary>Taking down staging or production needs its name a second time.</summary>
    [Parameter("Name of the environment again, where destroying it needs to be confirmed")]
    string? Confirm => TryGetValue(() => Confirm);

    Target Destroy =>
        _ =>
            _.Description("Takes down --environment and removes its data; staging and production want --confirm <name>")
                .Requires(() => Environment)
                .Runs(async () => await DestroyCommand.RunAsync(this, Environment!, Confirm));
}
