using Nuke.Common;
using Slipway.Components.Shipping;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>The way back.</summary>
public interface IRollback : IHazEnvironments, IHazWayBack
{
    [UsesSecretsOf(typeof(IHazNotifications))]
    [Yields("address", "where the environment answers")]
    Target Rollback =>
        _ =>
            _.Description("Returns --environment to its last good revision, or to the one that --to names")
                .Requires(() => Environment)
                .Runs(async () => await Shipper.RollbackAsync(this, Environment!, To));
}
