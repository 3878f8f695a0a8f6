using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Mutations;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>A deployer that was paused past its lease can change nothing when it wakes.</summary>
[Collection(ProofCollection.Name)]
public sealed class PausedDeployerTests
{
    [Fact]
    public async Task One_that_was_stopped_past_its_lease_changes_nothing_when_it_is_continued()
    {
        await using var site = Site();
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        var proof = Proof.Begin(
            "paused-deployer",
            "Paused deployer",
            "A deployer stopped with SIGSTOP past its lease, just before it fills the idle slot, changes nothing when it is continued."
        );
        var wanted = site.Revision();
        var steps = (await site.PreviewAsync(wanted)).Steps.ToList();
        var start = steps.FindIndex(step => step is StartSlot);

        using var paused = DeployerProcess.Start(DeployerJob.On(site, wanted, Moment.Waits, start));
        await paused.UntilItWaitsAsync();
        await paused.SignalAsync("STOP");
        var other = site.Revision();
        var outcome = await site.DeployAsync(other);
        await paused.SignalAsync("CONT");
        paused.Continue();
        var (exitCode, said) = await paused.EndAsync();
        var broken = await Invariants.BrokenAsync(site, other);
        proof.End(
            [
                .. broken,
                .. outcome.IsGood ? [] : (string[])[$"the other deployment ended with {outcome}"],
                .. exitCode == 0 ? (string[])[$"the paused one believes that it has succeeded: {said}"] : [],
            ],
            [new("broken promises", broken.Count, Bad: true)],
            ("stopped for", $"more than {Lease.Lifetime.TotalSeconds:0} s")
        );

        broken.Should().BeEmpty();
        outcome.IsGood.Should().BeTrue();
        exitCode.Should().NotBe(0, said);
    }

    [Fact]
    public async Task The_same_with_a_clock_that_stands_still()
    {
        await using var site = Site();

        (await PausedDeployer.RunAsync(site, platform => platform)).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_fencing_tokens_the_proof_fails()
    {
        await using var site = Site();

        var broken = await PausedDeployer.RunAsync(
            site,
            platform => Altered.WithToken(platform, () => Lease.Read(site.Directory)!.Token)
        );

        broken.Should().NotBeEmpty();
    }

    static LocalSite Site() => new(spec => Notes.In(spec, Strategies.Named("blue-green")));
}
