using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Ships the commit to where its branch belongs.</summary>
public interface IDeploy : IVerify, IHazEnvironments
{
    Target Deploy =>
        _ =>
            _.Description("Verifies, builds, pushes and deploys: main to staging, then production behind its approval")
                .DependsOn(Verify, Push)
                .Executes(async () => await Shipper.DeployAsync(this));
}
