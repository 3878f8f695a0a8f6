using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Takes an environment down.</summary>
public interface IDestroy : IHazEnvironments, IHazConfirmation
{
    [Parameter("Takes down every review environment whose time is over")]
    bool Expired => TryGetValue<bool?>(() => Expired) ?? false;

    Target Destroy =>
        _ =>
            _.Description(
                    "Takes down --environment (staging and production want --confirm <name>) or all --expired reviews"
                )
                .Runs(async () =>
                    await (
                        Expired
                            ? DestroyCommand.RunExpiredAsync(this, Environment)
                            : DestroyCommand.RunAsync(this, Environment, Confirm)
                    )
                );
}
