using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Proofs.Kills;

/// <summary>
/// The core of the proof about a deployer that is paused past its lease: it stands still just before it fills the idle
/// slot, another one deploys meanwhile and makes that very slot the live one, and then it goes on.
/// </summary>
static class PausedDeployer
{
    /// <param name="change">What the paused one's platform is like; identity for the real one.</param>
    /// <returns>What does not hold afterwards.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(LocalSite site, Func<IPlatform, IPlatform> change)
    {
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        Revision paused = site.Revision(),
            other = site.Revision();
        using var platform = site.Platform();
        using var arrived = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        var hook = new StepHook(
            step => step is StartSlot,
            () =>
            {
                arrived.Release();
                goOn.Wait(TimeSpan.FromMinutes(1));
            }
        );
        // A clock that stands still renews nothing, as a process that stands still; a holder that has ended is not
        // waited for.
        var deployer = new Deployer(
            site.Spec,
            site.Directory,
            change(platform),
            hook,
            new ManualTime(TimeProvider.System.GetUtcNow()),
            EndedHolder.Create()
        );
        var run = Task.Run(() => deployer.DeployAsync(paused));
        (await arrived.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue("it comes to the slot");

        (await site.DeployAsync(other)).IsGood.Should().BeTrue();
        goOn.Set();
        await run;
        return await Invariants.BrokenAsync(site, other);
    }
}
