using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Load;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Mutations;

/// <summary>
/// A proof is worth something if it fails where it must: each protection is taken out, and the proof's core has to see
/// the loss. (Fencing tokens: <see cref="PausedDeployerTests"/>.)
/// </summary>
[Collection(ProofCollection.Name)]
public sealed class MutationTests
{
    const int Rate = 20;

    [Fact]
    public async Task With_everything_in_place_a_killed_deployer_is_made_good()
    {
        await using var site = Site();

        (await KilledDeployer.RunAsync(site, Flaw.None)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Flaw.ForgetsJournal)]
    [InlineData(Flaw.FlushesNothing)]
    public async Task Without_its_journal_or_its_flushes_the_kill_proof_fails(Flaw flaw)
    {
        await using var site = Site();

        (await KilledDeployer.RunAsync(site, flaw)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Without_the_smoke_checks_users_meet_a_broken_revision()
    {
        (await DeployBrokenAsync(platform => platform)).Should().BeEmpty();
        (await DeployBrokenAsync(platform => Altered.Skipping(platform, (effect, _) => effect == "SmokeAsync")))
            .Should()
            .NotBeEmpty();
    }

    [Fact]
    public async Task Without_a_drain_a_long_request_is_cut()
    {
        // Neither by the step nor when the slot is emptied for the next one: its process gets a few seconds and no more.
        // With a drain, long downloads come through every deployment of ZeroLossTests.
        await using var hasty = new LocalSite(spec =>
            Notes.In(spec, Strategies.Named("blue-green")) with
            {
                DrainTimeout = TimeSpan.FromSeconds(1),
            }
        );
        (await AskLongAsync(hasty, platform => Altered.Skipping(platform, (effect, _) => effect == "DrainAsync")))
            .Should()
            .NotBeNull();
    }

    static async Task<IReadOnlyList<Sample>> DeployBrokenAsync(Func<IPlatform, IPlatform> change)
    {
        await using var site = Site();
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        var broken = site.Revision("smoke-500");
        using var traffic = new NotesTraffic(site.Http.BaseAddress!);
        var found = await LossProof.RunAsync(
            traffic,
            Rate,
            [("Deploy a broken one", log => site.ActAsync(log, deployer => deployer.DeployAsync(broken), change))]
        );
        return found.Failed;
    }

    /// <summary>Null: the answer came, through two deployments of which the second takes the place of who answers.</summary>
    static async Task<string?> AskLongAsync(LocalSite site, Func<IPlatform, IPlatform> change)
    {
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        // Not a GET: the gateway asks another instance when the one that works on it is gone.
        var asked = site.Http.PostAsync("/slow?milliseconds=60000", content: null);
        for (var deployment = 0; deployment < 2; deployment++)
        {
            var wanted = site.Revision();
            var outcome = await site.ActAsync(NoObserver.Instance, deployer => deployer.DeployAsync(wanted), change);
            outcome.IsGood.Should().BeTrue($"{outcome}");
        }

        try
        {
            using var answer = await asked;
            return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode}";
        }
        catch (HttpRequestException cut)
        {
            return cut.Message;
        }
    }

    static LocalSite Site() =>
        new(spec => Notes.In(spec, Strategies.Named("blue-green")) with { DrainTimeout = TimeSpan.FromSeconds(30) });
}
