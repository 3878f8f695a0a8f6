using Nuke.Common;
using Slipway.Components.Shipping;
using Slipway.Workflows;
using Slipway.Workflows.Model;

namespace Slipway.Components;

/// <summary>Live and idle slot change places, by hand.</summary>
public interface ISwap : IHazEnvironments, IHazReleaseHost
{
    [UsesSecretsOf(typeof(IHazNotifications))]
    [UsesSecret(nameof(GitHubToken), IsJobToken = true)]
    [NeedsPermission("deployments", Access.Write, "to record what production serves")]
    [Yields("address", "where the environment answers")]
    Target Swap =>
        _ =>
            _.Description("Exchanges live and idle slot of --environment, both warm; again, and it is as before")
                .Requires(() => Environment)
                .Runs(async () => await Shipper.SwapAsync(this, Environment!));
}
