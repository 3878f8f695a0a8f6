namespace Slipway.Releases.Tests.Hosting;

public class GitHubDeploymentsTests
{
    static readonly DeploymentRecord Production = new(
        Hosted.Commit,
        "production",
        "Release v1.2.3",
        IsProduction: true
    );

    [SkippableFact]
    public async Task A_deployment_is_recorded_once_and_found_again()
    {
        await using var hosted = await Hosted.StartAsync();

        var first = await hosted.Host.CreateDeploymentAsync(Production);
        var second = await hosted.Host.CreateDeploymentAsync(Production);

        second.Should().Be(first);
        (await hosted.Host.LatestDeploymentsAsync("production")).Should().Equal(first);
        (await hosted.Host.LatestDeploymentsAsync("staging")).Should().BeEmpty();
        hosted.Store.Deployments.Should().ContainSingle().Which.IsProduction.Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_commit_that_was_replaced_meanwhile_is_deployed_once_more()
    {
        await using var hosted = await Hosted.StartAsync();
        var first = await hosted.Host.CreateDeploymentAsync(Production);
        var other = await hosted.Host.CreateDeploymentAsync(Production with { Commit = new string('2', 40) });

        var again = await hosted.Host.CreateDeploymentAsync(Production);

        (await hosted.Host.LatestDeploymentsAsync("production")).Should().Equal(again, other, first);
    }

    [SkippableFact]
    public async Task A_status_is_added_unless_it_is_the_last_one_already()
    {
        await using var hosted = await Hosted.StartAsync();
        var deployment = await hosted.Host.CreateDeploymentAsync(Production);
        var success = new DeploymentStatus(DeploymentState.Success, "Serves v1.2.3", new Uri("https://example.org/"));

        await hosted.Host.AddStatusAsync(deployment.Id, new DeploymentStatus(DeploymentState.InProgress, "Under way"));
        await hosted.Host.AddStatusAsync(deployment.Id, success);
        await hosted.Host.AddStatusAsync(deployment.Id, success);

        var statuses = await hosted.Host.ListStatusesAsync(deployment.Id);
        statuses.Select(status => status.State).Should().Equal(DeploymentState.Success, DeploymentState.InProgress);
        statuses[0].Should().Be(success);
    }

    [SkippableFact]
    public async Task The_same_state_in_other_words_is_another_status()
    {
        await using var hosted = await Hosted.StartAsync();
        var deployment = await hosted.Host.CreateDeploymentAsync(Production);
        var marked = new DeploymentStatus(DeploymentState.Success, new string('x', 200));

        await hosted.Host.AddStatusAsync(deployment.Id, new DeploymentStatus(DeploymentState.Success, ""));
        await hosted.Host.AddStatusAsync(deployment.Id, marked);
        await hosted.Host.AddStatusAsync(deployment.Id, marked);

        hosted.Store.Deployments[0].Statuses.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task A_long_description_is_cut_to_what_GitHub_takes()
    {
        await using var hosted = await Hosted.StartAsync();

        await hosted.Host.CreateDeploymentAsync(Production with { Description = new string('x', 200) });

        hosted.Store.Deployments[0].Description.Should().HaveLength(140).And.EndWith("…");
    }

    [SkippableTheory]
    [InlineData(DeploymentState.Queued)]
    [InlineData(DeploymentState.Pending)]
    [InlineData(DeploymentState.InProgress)]
    [InlineData(DeploymentState.Success)]
    [InlineData(DeploymentState.Failure)]
    [InlineData(DeploymentState.Error)]
    [InlineData(DeploymentState.Inactive)]
    public async Task Each_state_is_one_of_GitHubs(DeploymentState state)
    {
        await using var hosted = await Hosted.StartAsync();
        var deployment = await hosted.Host.CreateDeploymentAsync(Production);

        await hosted.Host.AddStatusAsync(deployment.Id, new DeploymentStatus(state, "So it is"));

        (await hosted.Host.ListStatusesAsync(deployment.Id)).Should().ContainSingle().Which.State.Should().Be(state);
    }
}
