using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Plans;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

/// <summary>A preview, and what it is good for.</summary>
public sealed class PreviewCommandTests
{
    [Fact]
    public async Task It_writes_the_plan_under_its_digest_and_leaves_the_environment_as_it_is()
    {
        await using var site = await SampleSite.CreateAsync();

        var run = await site.PreviewAsync("production");

        var file = File(run, "production");
        var sum = await CommandLine.RunAsync("sha256sum", [file]);
        RunRecord.Of(run).NextCommand.Should().StartWith($"./build.sh Approve --digest {sum.Output[..64]} ");
        run.Environments.StateDirectory.Existing().Should().BeEmpty();
    }

    [Theory]
    [InlineData("production")]
    [InlineData("staging")]
    [InlineData("review-fix")]
    public async Task Approving_it_applies_exactly_that_plan(string environment)
    {
        await using var site = await SampleSite.CreateAsync();
        var run = await site.PreviewAsync(environment);
        var plan = Plan.Load(File(run, environment));

        await Shipper.ApproveAsync(site.Build(), plan.ShortDigest);

        (await site.VersionAsync(environment)).Should().Be(run.Environments.Revision.Version);
        (await site.StatusAsync())[environment].LastDeployment!.Plan.Should().Be(plan.Digest);
        System.IO.File.Exists(File(run, environment)).Should().BeFalse("it waits for nobody any more");
    }

    [Fact]
    public async Task Deployed_without_being_asked_for_it_waits_for_nobody_any_more()
    {
        await using var site = await SampleSite.CreateAsync();
        var run = await site.PreviewAsync("staging");

        await site.DeployAsync("staging");

        System.IO.File.Exists(File(run, "staging")).Should().BeFalse();
    }

    [Fact]
    public async Task A_world_that_moved_refuses_it_and_the_new_plan_waits_with_its_command()
    {
        await using var site = await SampleSite.CreateAsync();
        await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");
        var plan = Plan.Load(File(await site.PreviewAsync("staging"), "staging"));
        await site.CommitAsync("fix: another change");
        var moved = await site.DeployAsync("staging");
        var build = site.Build();

        var approving = () => Shipper.ApproveAsync(build, plan.Digest);

        await approving
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage($"staging has changed since the plan {plan.ShortDigest} was made*");
        (await site.VersionAsync("staging")).Should().Be(moved.Environments.Revision.Version);
        var waiting = (await site.StatusAsync())["staging"].WaitingPlan;
        RunRecord.Of(build).NextCommand.Should().StartWith($"./build.sh Approve --digest {waiting} ");
    }

    [Fact]
    public async Task Where_it_is_so_already_nothing_is_to_be_approved()
    {
        await using var site = await SampleSite.CreateAsync();
        await site.DeployAsync("staging");

        var run = await site.PreviewAsync("staging");

        Plan.Load(File(run, "staging")).IsEmpty.Should().BeTrue();
        RunRecord.Of(run).NextCommand.Should().BeNull();
    }

    static string File(SampleBuild run, string environment) =>
        Path.Combine(run.Environments.PlansDirectory, $"{environment}.json");
}
