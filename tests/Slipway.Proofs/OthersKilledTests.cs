using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs;

/// <summary>Whoever else can die in the middle of a deployment, and a second deployer that comes at the same time.</summary>
[Collection(ProofCollection.Name)]
public sealed class OthersKilledTests
{
    /// <summary>The supervisor starts it again and it serves; generous, because the machine may be busy.</summary>
    static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("gateway")]
    [InlineData("live instance")]
    [InlineData("supervisor")]
    public async Task Killed_at_any_step_of_a_deployment_one_more_deploy_converges(string victim)
    {
        await using var site = new LocalSite(spec => Notes.In(spec, Strategies.Named("blue-green")));
        Revision[] revisions = [site.Revision(), site.Revision(), site.Revision()];
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        var steps = (await site.PreviewAsync(revisions[2])).Steps;
        var proof = Proof.Begin(
            $"killed-{victim.Replace(' ', '-')}",
            $"Killed {victim}",
            $"The {victim} killed at any step of a deployment comes back; one more Deploy converges."
        );
        var faults = new List<string>();
        var cells = steps.Where((_, index) => Size.IsFull || index % 2 == 0).ToList();

        foreach (var (number, step) in cells.Index())
        {
            var wanted = revisions[(number + 2) % revisions.Length];
            var hook = new StepHook(
                current => current.GetType() == step.GetType(),
                () => KillAsync(site, victim).GetAwaiter().GetResult()
            );
            await site.ActAsync(hook, deployer => deployer.DeployAsync(wanted));
            var outcome = await site.DeployAsync(wanted);
            await Wait.UntilAsync(() => ServesAsync(site), "it serves", s_recovery);
            if (!hook.WasHere || !outcome.IsGood)
                faults.Add($"{step.GetType().Name}: was {(hook.WasHere ? "" : "not ")}killed, then {outcome}");
            faults.AddRange(
                (await Invariants.BrokenAsync(site, wanted)).Select(fault => $"{step.GetType().Name}: {fault}")
            );
        }

        proof.End(faults, [new("cells", cells.Count), new("broken promises", faults.Count, Bad: true)]);

        faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_deployers_at_once_do_not_disturb_each_other()
    {
        await using var site = new LocalSite(spec => Notes.In(spec, Strategies.Named("blue-green")));
        (await site.DeployAsync(site.Revision())).IsGood.Should().BeTrue();
        Revision[] wanted = [site.Revision(), site.Revision()];
        var proof = Proof.Begin(
            "two-deployers",
            "Two deployers at once",
            "Of two deployers at once one deploys; the other is told who holds the lease, or deploys after it."
        );

        DeployerProcess[] deployers =
        [
            .. wanted.Select(revision => DeployerProcess.Start(DeployerJob.On(site, revision))),
        ];
        var ends = await Task.WhenAll(deployers.Select(deployer => deployer.EndAsync()));
        var live = (await site.WorldAsync()).Live?.Revision;
        List<string> faults = [.. await Invariants.BrokenAsync(site, wanted: null)];
        var succeeded = wanted.Where((_, index) => ends[index].ExitCode == 0).ToList();
        if (!succeeded.Any(revision => revision.RunsTheSame(live)))
            faults.Add($"{live} is live: {ends[0].Said}; {ends[1].Said}");
        // One that comes when the other has just ended deploys after it.
        if (ends.Any(end => end.ExitCode != 0 && !end.Said.Contains("is being changed by")))
            faults.Add($"one was not told why: {ends[0].Said}; {ends[1].Said}");
        proof.End(faults, [new("broken promises", faults.Count, Bad: true)]);

        faults.Should().BeEmpty();
    }

    static async Task KillAsync(LocalSite site, string victim)
    {
        var world = await site.WorldAsync();
        await site.KillAsync(victim == "live instance" ? $"{world.Live!.Name.Name()}-1" : victim);
    }

    static async Task<bool> ServesAsync(LocalSite site)
    {
        try
        {
            return (await site.VersionAsync()).Version.Length > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
