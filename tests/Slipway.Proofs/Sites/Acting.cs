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

    /// <summary>Strategies that keep the old revision warm can be swapped back to it.</summary>
    public static bool CanSwap(this LocalSite site) => site.Spec.Strategy.Name is "blue-green" or "canary";

    public static async Task<Outcome> ActAsync(
        this LocalSite site,
        IDeploymentObserver observer,
        Func<Deployer, Task<Outcome>> act,
        Func<IPlatform, IPlatform>? change = null
    )
    {
        using var platform = site.Platform();
        return await act(new Deployer(site.Spec, site.Directory, change?.Invoke(platform) ?? platform, observer));
    }
}
