using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Journal;
using Slipway.Delivery.State;
using Slipway.Delivery.Strategies;
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

    public static TheoryData<IStrategy> Strategies { get; } =
    [
        new BlueGreen(TimeSpan.FromSeconds(1)),
        new Canary([10, 50], TimeSpan.FromSeconds(1), new Budget()),
        new Rolling(1),
        new Rolling(2),
        new Recreate(),
    ];

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task Any_strategy_killed_anywhere_converges(IStrategy strategy) =>
        await KillEverywhereAsync([Some.V1], Some.V2, With(strategy));

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task A_failing_deployment_killed_anywhere_while_it_undoes_leaves_the_old_revision(IStrategy strategy)
    {
        var environment = With(strategy);
        for (var point = 1; ; point++)
        {
            using var site = await ServingAsync([Some.V1], environment);
            var fuse = new Fuse(point);
            await DieAsync(site, fuse, Some.V2, failing: "smoke Public", environment);
            if (!fuse.IsDead)
                return;

            site.LetLeasesExpire();
            var outcome = await DeployerOf(site, environment).DeployAsync(Some.V1);

            // Killed between the switch and the failing check, it may go forward first: both ways end well. After the way
            // back there is nothing to deploy: the old revision has its instances and all the traffic again.
            outcome.IsGood.Should().BeTrue($"killed at point {point}");
            if (!site.Events.OfType<Converging>().Any(converging => converging.Forward))
                outcome.Should().BeOfType<NothingToDo>($"killed at point {point}");
            ShouldServe(site, Some.V1, point, environment);
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

    static async Task KillEverywhereAsync(Revision[] before, Revision wanted, EnvironmentSpec? environment = null)
    {
        for (var point = 1; ; point++)
        {
            using var site = await ServingAsync(before, environment);
            var fuse = new Fuse(point);
            await DieAsync(site, fuse, wanted, environment: environment);
            if (!fuse.IsDead)
            {
                point.Should().BeGreaterThan(40, "a deployment has many points to die at");
                return;
            }

            site.LetLeasesExpire();
            var outcome = await DeployerOf(site, environment).DeployAsync(wanted);

            outcome.IsGood.Should().BeTrue($"killed at point {point}, then {outcome}");
            ShouldServe(site, wanted, point, environment);
        }
    }

    static EnvironmentSpec With(IStrategy strategy) => Some.Environment with { Strategy = strategy, Instances = 3 };

    static Deployer DeployerOf(
        Site site,
        EnvironmentSpec? environment,
        ModelPlatform? platform = null,
        IDisk? disk = null
    ) => site.Deployer(environment, platform, disk, time: new EagerTime(site.Time));

    static async Task<Site> ServingAsync(Revision[] before, EnvironmentSpec? environment = null)
    {
        var site = new Site();
        foreach (var revision in before)
            (await DeployerOf(site, environment).DeployAsync(revision)).Should().BeOfType<Succeeded>();
        return site;
    }

    static async Task DieAsync(
        Site site,
        Fuse fuse,
        Revision wanted,
        string? failing = null,
        EnvironmentSpec? environment = null
    )
    {
        var platform = new ModelPlatform(site.Machine, fuse) { Failing = failing };
        try
        {
            await DeployerOf(site, environment, platform, new FusedDisk(fuse)).DeployAsync(wanted);
        }
        catch (Exception failure) when (fuse.IsDead && failure is IOException or DeliveryException)
        {
            // A dead process says nothing; what counts is what it left.
        }
    }

    static void ShouldServe(Site site, Revision wanted, int point, EnvironmentSpec? environment = null)
    {
        var because = $"killed at point {point}";
        var world = site.Machine.World;
        world.GatewayPort.Should().Be(8081, because);
        world.Slots.Should().ContainSingle(slot => slot.Traffic == 100, because);
        world.Slots.Sum(slot => slot.Traffic).Should().Be(100, because);
        world.Live!.Revision.Should().Be(wanted, because);
        world.Live.Healthy.Should().Be(environment?.Instances ?? 1, because);
        site.Machine.Outages.Should().BeEmpty(because);
        History.Unfinished(site.History).Should().BeNull(because);
    }
}
