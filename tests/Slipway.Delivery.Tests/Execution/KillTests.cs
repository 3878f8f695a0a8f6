using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>
/// The deployer dies at any point where it touches the disk or the platform: before, in the middle of and after each
/// effect and each write. Whoever runs next converges.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_first_deployment_killed_anywhere_converges() => await KillEverywhereAsync([], Some.V1);

    [Fact]
    public async Task A_redeployment_killed_anywhere_converges() => await KillEverywhereAsync([Some.V1], Some.V2);

    [Fact]
    public async Task A_third_deployment_killed_anywhere_converges() =>
        await KillEverywhereAsync([Some.V1, Some.V2], Some.V3);

    [Fact]
    public async Task A_failing_deployment_killed_anywhere_while_it_undoes_leaves_the_old_revision()
    {
        for (var point = 1; ; point++)
        {
            using var site = await ServingAsync([Some.V1]);
            var fuse = new Fuse(point);
            await DieAsync(site, fuse, Some.V2, failing: "smoke Public");
            if (!fuse.IsDead)
                return;

            // Killed between the switch and the failing check, it may go forward first: both ways end well.
            site.LetLeasesExpire();
            (await site.Deployer().DeployAsync(Some.V1)).IsGood.Should().BeTrue($"killed at point {point}");
            ShouldServe(site, Some.V1, point);
        }
    }

    [Fact]
    public void Killed_again_and_again_it_still_converges()
    {
        Prop.ForAll(
                Gen.Choose(1, 60).ArrayOf(4).ToArbitrary(),
                points =>
                {
                    using var site = ServingAsync([Some.V1]).GetAwaiter().GetResult();
                    foreach (var point in points)
                    {
                        DieAsync(site, new Fuse(point), Some.V2).GetAwaiter().GetResult();
                        site.LetLeasesExpire();
                    }

                    site.Deployer().DeployAsync(Some.V2).GetAwaiter().GetResult().IsGood.Should().BeTrue();
                    ShouldServe(site, Some.V2, points[0]);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Killed_at_random_and_then_asked_for_another_revision_it_deploys_that_one()
    {
        Prop.ForAll(
                Gen.Choose(1, 70).ToArbitrary(),
                point =>
                {
                    using var site = ServingAsync([Some.V1]).GetAwaiter().GetResult();
                    DieAsync(site, new Fuse(point), Some.V2).GetAwaiter().GetResult();
                    site.LetLeasesExpire();

                    site.Deployer().DeployAsync(Some.V3).GetAwaiter().GetResult().IsGood.Should().BeTrue();
                    ShouldServe(site, Some.V3, point);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Killed_at_random_and_rolled_back_it_serves_a_good_revision()
    {
        Prop.ForAll(
                Gen.Choose(1, 70).ToArbitrary(),
                point =>
                {
                    using var site = ServingAsync([Some.V1, Some.V2]).GetAwaiter().GetResult();
                    DieAsync(site, new Fuse(point), Some.V3).GetAwaiter().GetResult();
                    var wasBegun = site.History.Count > 2;
                    site.LetLeasesExpire();

                    var outcome = site.Deployer().RollbackAsync().GetAwaiter().GetResult();

                    outcome.IsGood.Should().BeTrue();
                    // One that left nothing to undo before it died was no deployment, so the rollback is from 2.0.0.
                    ShouldServe(site, wasBegun ? Some.V2 : Some.V1, point);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    static async Task KillEverywhereAsync(Revision[] before, Revision wanted)
    {
        for (var point = 1; ; point++)
        {
            using var site = await ServingAsync(before);
            var fuse = new Fuse(point);
            await DieAsync(site, fuse, wanted);
            if (!fuse.IsDead)
            {
                point.Should().BeGreaterThan(40, "a deployment has many points to die at");
                return;
            }

            site.LetLeasesExpire();
            var outcome = await site.Deployer().DeployAsync(wanted);

            outcome.IsGood.Should().BeTrue($"killed at point {point}, then {outcome}");
            ShouldServe(site, wanted, point);
        }
    }

    static async Task<Site> ServingAsync(Revision[] before)
    {
        var site = new Site();
        foreach (var revision in before)
            (await site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
        return site;
    }

    static async Task DieAsync(Site site, Fuse fuse, Revision wanted, string? failing = null)
    {
        var platform = new ModelPlatform(site.Machine, fuse) { Failing = failing };
        try
        {
            await site.Deployer(platform: platform, disk: new FusedDisk(fuse)).DeployAsync(wanted);
        }
        catch (Exception failure) when (fuse.IsDead && failure is IOException or DeliveryException)
        {
            // A dead process says nothing; what counts is what it left.
        }
    }

    static void ShouldServe(Site site, Revision wanted, int point)
    {
        var because = $"killed at point {point}";
        var world = site.Machine.World;
        world.GatewayPort.Should().Be(8081, because);
        world.Slots.Should().ContainSingle(slot => slot.Traffic == 100, because);
        world.Slots.Sum(slot => slot.Traffic).Should().Be(100, because);
        world.Live!.Revision.Should().Be(wanted, because);
        world.Live.Healthy.Should().Be(1, because);
        site.Machine.Outages.Should().BeEmpty(because);
        History.Unfinished(site.History).Should().BeNull(because);
    }
}
