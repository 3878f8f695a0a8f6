using Slipway.Delivery;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>The core of the proof about a killed deployer: it dies when the traffic has moved and nothing says so.</summary>
static class KilledDeployer
{
    /// <returns>What does not hold after one more deployment.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(LocalSite site, Flaw flaw)
    {
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        var wanted = site.Revision();
        var plan = await site.PreviewAsync(wanted);
        using var deployer = DeployerProcess.Start(
            DeployerJob.On(site, wanted, Moment.BeforeOutcome, plan.PointOfNoReturn, flaw)
        );
        (await deployer.EndAsync()).ExitCode.Should().Be(Death.ExitCode, "it was killed");
        try
        {
            var outcome = await site.DeployAsync(wanted);
            return
            [
                .. outcome.IsGood ? [] : (string[])[$"the next deployment ended with {outcome}"],
                .. await Invariants.BrokenAsync(site, wanted),
            ];
        }
        catch (DeliveryException refused)
        {
            return [refused.Message];
        }
    }
}
