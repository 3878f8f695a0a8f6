using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;
using Outcome = Slipway.Delivery.Execution.Outcome;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>
/// Random strategies, failures and kills in random order through the planner, the journal and the model of a machine:
/// whatever happened, one more command makes it right, and no user noticed.
/// </summary>
public sealed class CrashSequenceTests
{
    const int Sequences = 10_000;

    static readonly EnvironmentSpec[] s_environments =
    [
        With(new BlueGreen(), 1),
        With(new BlueGreen(TimeSpan.FromSeconds(2)), 2),
        With(new Canary([10, 50], TimeSpan.FromSeconds(2), new Budget()), 1),
        With(new Canary([25], TimeSpan.FromSeconds(2), new Budget { WhenNotJudged = NotJudgedPolicy.Fail }), 2),
        With(new Rolling(1), 3),
        With(new Rolling(2), 3),
        With(new Rolling(2), 2),
        With(new Recreate(), 1),
        With(new Recreate(), 2),
    ];

    static readonly string?[] s_failures =
    [
        null,
        null,
        null,
        "migrate",
        "start green",
        "ready green",
        "ready blue",
        "smoke Preview",
        "smoke Public",
        "hold",
        "scale green 2",
        "scale blue 1",
        "scale green 3",
        "route green",
        "route blue",
        "stop blue",
        "stop green",
    ];

    static readonly Revision[] s_revisions = [Some.V1, Some.V2, Some.V3];

    [Fact]
    public void A_run_killed_anywhere_and_repeated_serves_what_was_wanted() => Check(Sequences * 7 / 10, runs: 1);

    [Fact]
    public void Runs_that_fail_and_are_killed_again_and_again_leave_one_revision_that_serves() =>
        Check(Sequences * 3 / 10, runs: 3);

    static void Check(int sequences, int runs) =>
        Prop.ForAll(
                (
                    from environment in Gen.Elements(s_environments)
                    from before in Gen.Elements(s_environments)
                    from crashes in Runs().ListOf(runs)
                    from last in Gen.Elements(null, Some.V1, Some.V2, Some.V3)
                    select (environment, before, crashes, last)
                ).ToArbitrary(),
                drawn =>
                    SequenceAsync(drawn.environment, drawn.before, [.. drawn.crashes], drawn.last)
                        .GetAwaiter()
                        .GetResult()
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(sequences).WithParallelRunConfig(new ParallelRunConfig(2)));

    /// <param name="Wanted">Null: a rollback.</param>
    sealed record Run(Revision? Wanted, string? Failing, int KilledAt);

    static Gen<Run> Runs() =>
        from wanted in Gen.Elements(null, Some.V1, Some.V2, Some.V3, Some.V2, Some.V3)
        from failing in Gen.Elements(s_failures)
        from point in Gen.Choose(1, 170)
        select new Run(wanted, failing, point);

    static async Task SequenceAsync(EnvironmentSpec environment, EnvironmentSpec before, Run[] crashes, Revision? last)
    {
        using var site = new Site();
        // The strategy may be another one than that of the last time.
        await RunAsync(
            site,
            before with
            {
                Instances = environment.Instances,
                Strategy = Fitting(before, environment),
            },
            new Run(Some.V1, null, int.MaxValue)
        );
        foreach (var crash in crashes)
        {
            await RunAsync(site, environment, crash);
            site.LetLeasesExpire();
        }

        var outcome = await RunAsync(site, environment, new Run(last, null, int.MaxValue));

        var because = $"{environment.Strategy} after {string.Join(", ", crashes)} and {last}: {outcome}";
        var world = site.Machine.World;
        world.GatewayPort.Should().Be(8081, because);
        world.Slots.Should().ContainSingle(slot => slot.Traffic == 100, because);
        world.Slots.Sum(slot => slot.Traffic).Should().Be(100, because);
        world.Live!.Healthy.Should().Be(environment.Instances, because);
        world.Live.Instances.Should().Be(environment.Instances, because);
        s_revisions.Should().Contain(world.Live.Revision!, because);
        if (last is not null && outcome!.IsGood)
            world.Live.Revision.Should().Be(last, because);
        site.Machine.Outages.Should().BeEmpty(because);
        History.Unfinished(site.History).Should().BeNull(because);
        DeploymentJournal
            .Read(site.Directory)
            .Entries.Select(entry => entry.Token)
            .Should()
            .BeInAscendingOrder(because);
    }

    static IStrategy Fitting(EnvironmentSpec before, EnvironmentSpec environment) =>
        before.Strategy.Fault(environment) is null ? before.Strategy : new BlueGreen();

    /// <summary>Null: it was killed, or there was nothing to roll back to.</summary>
    static async Task<Outcome?> RunAsync(Site site, EnvironmentSpec environment, Run run)
    {
        var fuse = new Fuse(run.KilledAt);
        var deployer = site.Deployer(
            environment,
            new ModelPlatform(site.Machine, fuse) { Failing = run.Failing },
            new FusedDisk(fuse),
            time: new EagerTime(site.Time)
        );
        try
        {
            return run.Wanted is { } wanted ? await deployer.DeployAsync(wanted) : await deployer.RollbackAsync();
        }
        catch (Exception failure) when (failure is DeliveryException || (fuse.IsDead && failure is IOException))
        {
            return null;
        }
    }

    static EnvironmentSpec With(IStrategy strategy, int instances) =>
        Some.Environment with
        {
            Strategy = strategy,
            Instances = instances,
        };
}
