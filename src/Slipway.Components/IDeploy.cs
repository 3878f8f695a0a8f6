using Nuke.Common;
using Slipway.Components.Shipping;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Ships the commit to where its branch belongs.</summary>
public interface IDeploy : IVerify, IRoute
{
    [UsesSecretsOf(typeof(IHazNotifications))]
    [Yields("address", "where what was deployed last answers")]
    [Yields("plan", "the digest of a plan that waits for an approval; empty: none does")]
    Target Deploy =>
        _ =>
            _.Description("Verifies, builds, pushes and deploys: main to staging, then production behind its approval")
                .DependsOn(Route, Verify, Push)
                .Runs(async () => await Shipper.DeployAsync(this));
}
