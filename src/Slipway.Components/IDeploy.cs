using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Ships the commit to where its branch belongs.</summary>
public interface IDeploy : IVerify, IRoute
{
    Target Deploy =>
        _ =>
            _.Description("Verifies, builds, pushes and deploys: main to staging, then production behind its approval")
                .DependsOn(Route, Verify, Push)
                .Runs(async () => await Shipper.DeployAsync(this));
}
