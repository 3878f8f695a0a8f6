using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Proofs.Sites;

/// <summary>Commands on a site by a deployer that somebody watches.</summary>
static class Acting
{
    public static async Task<Plan> PreviewAsync(this LocalSite site, Revision wanted)
    {
        using var platform = site.Platform();
        return await new Deployer(site.Spec, site.Directory, platform).PreviewAsync(wanted);
    }

    public static async Task<Outcome> ActAsync(
        this LocalSite site,
        IDeploymentObserver observer,
        Func<Deployer, Task<Outcome>> act
    )
    {
        using var platform = site.Platform();
        return await act(new Deployer(site.Spec, site.Directory, platform, observer));
    }
}
