using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests.Shipping;

/// <summary>The commands as a build gives them: real git, real images, real processes behind the real gateway.</summary>
public sealed class ShipperTests
{
    [Fact]
    public async Task Main_goes_to_staging_and_production_follows_its_approval()
    {
        await using var site = await SampleSite.CreateAsync();

        var run = await site.DeployAsync();

        var version = run.Environments.Revision.Version;
        (await site.VersionAsync("staging")).Should().Be(version);
        var status = await site.StatusAsync();
        status["production"].State.Should().Be("empty");
        var digest = status["production"].WaitingPlan!;
        RunRecord.Of(run).NextCommand.Should().StartWith($"./build.sh Approve --digest {digest} --port-base");

        await Shipper.ApproveAsync(site.Build(), digest[..12]);

        (await site.VersionAsync("production")).Should().Be(version);
        (await site.StatusAsync())["production"].State.Should().Be("serving");
    }

    [Fact]
    public async Task A_rollback_returns_to_the_revision_before()
    {
        await using var site = await SampleSite.CreateAsync();
        var first = await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");
        await site.DeployAsync("staging");

        await TargetRun.OfAsync(((IRollback)site.Build("staging")).Rollback);

        (await site.VersionAsync("staging")).Should().Be(first.Environments.Revision.Version);
    }

    [Fact]
    public async Task A_rollback_returns_to_any_good_revision_by_its_version()
    {
        await using var site = await SampleSite.CreateAsync();
        var first = await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");
        await site.DeployAsync("staging");
        await site.CommitAsync("fix: another change");
        await site.DeployAsync("staging");

        var version = first.Environments.Revision.Version;
        await Shipper.RollbackAsync(site.Build(), "staging", version);

        (await site.VersionAsync("staging")).Should().Be(version);
    }

    [Fact]
    public async Task A_swap_exchanges_the_slots_and_the_next_one_goes_back()
    {
        await using var site = await SampleSite.CreateAsync();
        var first = await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");
        var second = await site.DeployAsync("staging");

        await TargetRun.OfAsync(((ISwap)site.Build("staging")).Swap);
        (await site.VersionAsync("staging")).Should().Be(first.Environments.Revision.Version);
        (await site.StatusAsync())["staging"].LastDeployment!.Purpose.Should().Be("swap");

        await TargetRun.OfAsync(((ISwap)site.Build("staging")).Swap);
        (await site.VersionAsync("staging")).Should().Be(second.Environments.Revision.Version);
    }

    [Fact]
    public async Task A_tree_with_uncommitted_changes_stops_before_production()
    {
        await using var site = await SampleSite.CreateAsync();
        site.Write("notes.txt", "not committed");

        var run = await site.DeployAsync();

        var status = await site.StatusAsync();
        status["staging"].State.Should().Be("serving");
        status["production"].WaitingPlan.Should().BeNull();
        RunRecord.Of(run).NextCommand.Should().BeNull();
    }

    [Fact]
    public async Task A_bad_revision_fails_the_build_and_the_old_one_serves()
    {
        await using var site = await SampleSite.CreateAsync();
        var good = await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");

        var deploying = () => site.DeployAsync("staging", fault: "smoke-500");

        await deploying.Should().ThrowAsync<BuildException>().WithMessage("staging: *out of film*");
        (await site.VersionAsync("staging")).Should().Be(good.Environments.Revision.Version);
    }

    [Fact]
    public async Task End_to_end_tests_that_fail_roll_production_back()
    {
        await using var site = await SampleSite.CreateAsync();
        var good = await site.DeployAsync("production");
        await Shipper.ApproveAsync(site.Build(), await WaitingAsync(site));
        await site.CommitAsync("fix: a change");
        await site.DeployAsync("production");
        var waiting = await WaitingAsync(site);

        var approving = () => Shipper.ApproveAsync(site.Build(endToEndTests: "tests/Missing.csproj"), waiting);

        await approving
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("The end-to-end tests failed against *: production was rolled back.");
        (await site.VersionAsync("production")).Should().Be(good.Environments.Revision.Version);
    }

    [Fact]
    public async Task End_to_end_tests_that_fail_on_the_first_day_say_that_there_is_no_way_back()
    {
        await using var site = await SampleSite.CreateAsync();
        var first = await site.DeployAsync("production");
        var waiting = await WaitingAsync(site);

        var approving = () => Shipper.ApproveAsync(site.Build(endToEndTests: "tests/Missing.csproj"), waiting);

        await approving
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("*could not be rolled back: *Destroy --environment production --confirm production");
        (await site.VersionAsync("production")).Should().Be(first.Environments.Revision.Version);
    }

    [Fact]
    public async Task An_image_of_another_commit_is_not_shipped_under_its_version()
    {
        await using var site = await SampleSite.CreateAsync();
        var build = await site.PushAsOfAnotherCommitAsync();

        var deploying = () => Shipper.DeployAsync(build);

        await deploying.Should().ThrowAsync<BuildException>().WithMessage("*was built from commit*leave out --skip*");
        (await site.StatusAsync())["staging"].State.Should().Be("empty");
    }

    [Fact]
    public async Task A_feature_branch_has_an_environment_that_goes_without_a_question()
    {
        await using var site = await SampleSite.CreateAsync("fix-upload");
        await site.DeployAsync();
        (await site.StatusAsync())["review-fix-upload"].State.Should().Be("serving");

        await DestroyCommand.RunAsync(site.Build(), "review-fix-upload", confirmation: null);

        (await site.StatusAsync()).Keys.Should().Equal("staging", "production");
    }

    static async Task<string> WaitingAsync(SampleSite site) => (await site.StatusAsync())["production"].WaitingPlan!;
}
