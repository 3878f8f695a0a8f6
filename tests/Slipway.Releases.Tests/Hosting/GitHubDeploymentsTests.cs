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
        (await hosted.Host.FindDeploymentAsync(Hosted.Commit, "production")).Should().Be(first);
        (await hosted.Host.FindDeploymentAsync(Hosted.Commit, "staging")).Should().BeNull();
        (await hosted.Host.FindDeploymentAsync(new string('2', 40), "production")).Should().BeNull();
        hosted.Store.Deployments.Should().ContainSingle().Which.IsProduction.Should().BeTrue();
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
