using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Platforms.Local.Tests;

/// <summary>Each strategy with real processes behind the real gateway, under requests.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StrategiesTests
{
    [Fact]
    public async Task Rolling_forward_and_back_loses_no_request_and_leaves_the_old_slot_empty()
    {
        await using var site = Site(new Rolling(1), instances: 2);
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        (await site.WorldAsync()).Green.Should().BeEquivalentTo(new { Healthy = 2, Traffic = 100 });
        (await site.RollbackAsync()).Should().BeOfType<Succeeded>();
        await load.StopAsync();

        load.Failures.Should().BeEmpty();
        load.Versions.Should().BeEquivalentTo("1.0.0", "2.0.0");
        (await site.WorldAsync()).Green.Should().Be(SlotState.Empty(Slot.Green));
        (await site.ProcessesAsync())
            .Select(process => process.Name)
            .Should()
            .BeEquivalentTo("blue-1", "blue-2", "gateway");
    }

    [Fact]
    public async Task Recreating_lets_requests_wait_and_loses_none()
    {
        await using var site = Site(new Recreate());
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        await load.StopAsync();

        load.Failures.Should().BeEmpty();
        load.Versions.Should().BeEquivalentTo("1.0.0", "2.0.0");
        (await site.WorldAsync()).Blue.Should().Be(SlotState.Empty(Slot.Blue));
    }

    [Fact]
    public async Task Recreating_with_a_bad_revision_brings_the_old_one_back_and_loses_no_request()
    {
        await using var site = Site(new Recreate());
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        (await site.DeployAsync(site.Revision("exits"))).Should().BeOfType<RolledBack>();
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
        await load.StopAsync();

        load.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task A_canary_that_is_sound_takes_over_without_a_lost_request()
    {
        // The first requests of a process that has just started may be slow on a busy machine.
        await using var site = Site(Canary(s_withFew with { P99Percent = 1000 }));
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        await load.StopAsync();

        load.Failures.Should().BeEmpty();
        (await site.VersionAsync()).Version.Should().Be("2.0.0");
    }

    [Fact]
    public async Task A_canary_that_fails_its_requests_is_taken_back_with_the_numbers()
    {
        await using var site = Site(Canary(s_withFew with { WhenNotJudged = NotJudgedPolicy.Fail }));
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        var outcome = await site.DeployAsync(site.Revision("slow-500"));
        (await site.WorldAsync()).Blue.Traffic.Should().Be(100);
        var failed = load.Failures.Count;
        await load.StopAsync();

        var rolledBack = outcome.Should().BeOfType<RolledBack>().Subject;
        rolledBack.FailedStep.Should().BeOfType<Bake>();
        rolledBack
            .Evidence.Message.Should()
            .Match("The budget is exceeded: errors 25 percentage points *new * errors*");
        load.Failures.Should().HaveCountGreaterThan(0).And.HaveCount(failed, "none comes after it was taken back");
    }

    [Fact]
    public async Task Blue_green_with_a_bake_goes_back_to_the_warm_slot_when_the_new_one_is_worse()
    {
        await using var site = Site(new BlueGreen(TimeSpan.FromSeconds(20)) { Budget = s_withFew });
        await site.DeployAsync(site.Revision());
        await using var load = new Load(site);

        var outcome = await site.DeployAsync(site.Revision("slow-500"));

        outcome.Should().BeOfType<RolledBack>().Which.FailedStep.Should().BeOfType<Bake>();
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    [Fact]
    public async Task Scaling_up_and_down_under_requests_loses_none_and_keeps_what_stays()
    {
        await using var site = Site(new BlueGreen());
        var revision = site.Revision();
        await site.DeployAsync(revision);
        var kept = (await site.ProcessesAsync()).Single(process => process.Name == "blue-1").Pid;
        using var platform = site.Platform();
        var context = Context(site);
        await using var load = new Load(site);

        await platform.ScaleAsync(Slot.Blue, revision, 3, context, default);
        await platform.AwaitReadyAsync(Slot.Blue, TimeSpan.FromSeconds(60), context, default);
        await platform.RouteAsync(Split.AllTo(Slot.Blue), context, default);
        (await site.WorldAsync()).Blue.Should().BeEquivalentTo(new { Instances = 3, Healthy = 3 });
        await platform.ScaleAsync(Slot.Blue, revision, 1, context, default);
        await load.StopAsync();

        load.Failures.Should().BeEmpty();
        (await site.ProcessesAsync()).Select(process => process.Name).Should().BeEquivalentTo("blue-1", "gateway");
        (await site.ProcessesAsync()).Single(process => process.Name == "blue-1").Pid.Should().Be(kept);
    }

    [Fact]
    public async Task Traffic_is_split_by_percent_and_the_statistics_count_each_revision_for_itself()
    {
        await using var site = Site(new BlueGreen());
        await site.DeployAsync(site.Revision());
        for (var request = 0; request < 20; request++)
            await site.VersionAsync();
        await site.DeployAsync(site.Revision());
        await site.DeployAsync(site.Revision());
        using var platform = site.Platform();
        await platform.RouteAsync(new Split(75, 25), Context(site), default);
        var before = await platform.StatisticsAsync(Slot.Blue, default);

        var versions = new List<string>();
        for (var request = 0; request < 100; request++)
            versions.Add((await site.VersionAsync()).Version);

        versions.Count(version => version == "3.0.0").Should().BeInRange(73, 77);
        (await site.WorldAsync()).Slots.Select(slot => slot.Traffic).Should().Equal(75, 25);
        var after = await platform.StatisticsAsync(Slot.Blue, default);
        (after.Requests - before.Requests).Should().BeInRange(73, 77);
        before.Requests.Should().BeLessThan(5, "what the first revision answered there is not the third's");
    }

    static readonly Budget s_withFew = new() { MinimumRequests = 20 };

    static Canary Canary(Budget budget) => new([50], TimeSpan.FromSeconds(5), budget);

    static LocalSite Site(IStrategy strategy, int instances = 1) =>
        new(spec => spec with { Strategy = strategy, Instances = instances });

    /// <summary>Acts as the next holder of the lease would.</summary>
    static EffectContext Context(LocalSite site) => new(Lease.Read(site.Directory)!.Token + 1, _ => { });
}
