using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>The way back.</summary>
public interface IRollback : IHazEnvironments, IHazWayBack
{
    Target Rollback =>
        _ =>
            _.Description("Returns --environment to its last good revision, or to the one that --to names")
                .Requires(() => Environment)
                .Runs(async () => await Shipper.RollbackAsync(this, Environment!, To));
}
