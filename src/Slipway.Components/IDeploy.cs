using Nuke.Common;
using Serilog;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Ships the commit to where its branch belongs.</summary>
public interface IDeploy : IVerify, IHazEnvironments
{
    /// <summary>First of all: who asks for what cannot be learns so at once, and not when all is verified.</summary>
    Target Route =>
        _ =>
            _.Unlisted()
                .Before(Compile)
                .Runs(() =>
                {
                    var environments = string.Join(", then ", Destination.Of(this).Environments);
                    Log.Information("{Version} goes to {Environments:l}", Revision.Version, environments);
                });

    Target Deploy =>
        _ =>
            _.Description("Verifies, builds, pushes and deploys: main to staging, then production behind its approval")
                .DependsOn(Route, Verify, Push)
                .Runs(async () => await Shipper.DeployAsync(this));
}
