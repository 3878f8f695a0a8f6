using Nuke.Common;
using Slipway.Components.Shipping;
using Slipway.Workflows;
using Slipway.Workflows.Model;

namespace Slipway.Components;

/// <summary>The way back.</summary>
public interface IRollback : IHazEnvironments, IHazReleaseHost, IHazWayBack
{
    [UsesSecretsOf(typeof(IHazNotifications))]
    [UsesSecret(nameof(GitHubToken), IsJobToken = true)]
    [NeedsPermission("deployments", Access.Write, "to record what production serves")]
    [Yields("address", "where the environment answers")]
    Target Rollback =>
        _ =>
            _.Description("Returns --environment to its last good revision, or to the one that --to names")
                .Requires(() => Environment)
                .Runs(async () => await Shipper.RollbackAsync(this, Environment!, To));
}
