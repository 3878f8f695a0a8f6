using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>The way back.</summary>
public interface IRollback : IHazEnvironments
{
    Target Rollback =>
        _ =>
            _.Description("Returns --environment to its last good revision")
                .Requires(() => Environment)
                .Runs(async () => await Shipper.RollbackAsync(this, Environment!));
}
