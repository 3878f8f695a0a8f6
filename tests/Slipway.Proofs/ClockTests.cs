using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Clocks;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>A clock that jumps in the middle of a deployment.</summary>
[Collection(ProofCollection.Name)]
public sealed class ClockTests
{
    [Theory]
    [InlineData("forward", 1)]
    [InlineData("back", -1)]
    public async Task A_clock_that_jumps_an_hour_leaves_one_revision_serving_and_the_next_deploy_converges(
        string direction,
        int hours
    )
    {
        await using var site = new LocalSite(spec => Notes.In(spec, Strategies.Named("blue-green")));
        Revision[] revisions = [site.Revision(), site.Revision(), site.Revision()];
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        var steps = (await site.PreviewAsync(revisions[2])).Steps;
        var proof = Proof.Begin(
            $"clock-{direction}",
            $"Clock: an hour {direction}",
            $"A clock that jumps an hour {direction} at any step leaves one revision serving; one more Deploy converges."
        );
        var faults = new List<string>();
        var cells = steps.Where((_, index) => Size.IsFull || index % 3 == 1).ToList();

        foreach (var (number, step) in cells.Index())
        {
            var wanted = revisions[(number + 2) % revisions.Length];
            var time = new JumpingTime();
            var hook = new StepHook(
                current => current.GetType() == step.GetType(),
                () => time.Jump(TimeSpan.FromHours(hours))
            );
            using (var platform = site.Platform())
                await new Deployer(site.Spec, site.Directory, platform, hook, time, EndedHolder.Create()).DeployAsync(
                    wanted
                );
            var served = (await site.VersionAsync()).Version;
            var outcome = await site.DeployAsync(wanted);
            if (!hook.WasHere || !outcome.IsGood || !revisions.Any(revision => revision.Version == served))
                faults.Add($"{step.GetType().Name}: {served} served, then {outcome}");
            faults.AddRange(
                (await Invariants.BrokenAsync(site, wanted)).Select(fault => $"{step.GetType().Name}: {fault}")
            );
        }

        proof.End(faults, [new("cells", cells.Count), new("broken promises", faults.Count, Bad: true)]);

        faults.Should().BeEmpty();
    }
}
