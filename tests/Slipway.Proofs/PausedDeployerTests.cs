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
    public Task One_that_was_stopped_past_its_lease_changes_nothing_when_it_is_continued() =>
        ProveAsync("paused-deployer", "Paused deployer", "fills the idle slot", step => step is StartSlot);

    [Fact]
    public Task One_that_was_stopped_before_its_migration_starts_none_when_it_is_continued() =>
        ProveAsync("paused-migration", "Paused before its migration", "migrates", step => step is Migrate);

    static async Task ProveAsync(string name, string title, string doing, Predicate<Step> where)
    {
        await using var site = Site();
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        var proof = Proof.Begin(
            name,
            title,
            $"A deployer stopped with SIGSTOP past its lease, just before it {doing}, changes nothing when it is continued."
        );
        var wanted = site.Revision();
        var steps = (await site.PreviewAsync(wanted)).Steps.ToList();

        using var paused = DeployerProcess.Start(DeployerJob.On(site, wanted, Moment.Waits, steps.FindIndex(where)));
        await paused.UntilItWaitsAsync();
        await paused.SignalAsync("STOP");
        var other = site.Revision();
        var outcome = await site.DeployAsync(other);
        await paused.SignalAsync("CONT");
        paused.Continue();
        var (exitCode, said) = await paused.EndAsync();
        var migrations = await File.ReadAllLinesAsync(Path.Combine(site.Directory.Data, "migrations.txt"));
        IReadOnlyList<string> broken =
        [
            .. await Invariants.BrokenAsync(site, other),
            .. migrations is [.., var last] && last == other.Version
                ? []
                : (string[])[$"the migrations are {string.Join(", ", migrations)}"],
        ];
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
