using System.Runtime.Versioning;
using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Testing.GitHub;

namespace Slipway.Components.Tests.Releasing;

/// <summary>What GitHub says to be live after the users' environment went back.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LiveMarkTests
{
    [SkippableFact]
    public async Task A_rollback_marks_what_is_live_again_and_a_swap_too()
    {
        await using var github = await GitHubServer.StartAsync();
        await using var site = await SampleSite.CreateAsync();
        var (first, second) = await DeployTwiceAsync(site);
        var released = Mark(github, second.Commit);

        await Shipper.RollbackAsync(site.Build(host: _ => Host(github)), "production");

        var deployments = github.Repository.Deployments;
        released.Statuses[^1].State.Should().Be("inactive");
        deployments.Should().HaveCount(2);
        deployments[1].Commit.Should().Be(first.Commit);
        deployments[1].Description.Should().Be($"{first.Version}, rolled back");
        deployments[1].IsProduction.Should().BeTrue();
        var status = deployments[1].Statuses.Should().ContainSingle().Which;
        (status.State, status.Url).Should().Be(("success", (await site.StatusAsync())["production"].Url.ToString()));

        await Shipper.SwapAsync(site.Build(host: _ => Host(github)), "production");

        deployments[1].Statuses[^1].State.Should().Be("inactive");
        deployments[2].Commit.Should().Be(second.Commit);
        deployments[2].Statuses[^1].State.Should().Be("success");
        github.Check();
    }

    [SkippableFact]
    public async Task A_host_that_does_not_answer_fails_no_rollback_and_is_told_by_the_command_that_is_printed()
    {
        await using var github = await GitHubServer.StartAsync();
        await using var site = await SampleSite.CreateAsync();
        var (first, second) = await DeployTwiceAsync(site);
        var released = Mark(github, second.Commit);
        github.Inject("repos/create-deployment", Fault.Forbidden);

        await Shipper.RollbackAsync(site.Build(host: _ => Host(github)), "production");

        (await site.VersionAsync("production")).Should().Be(first.Version);
        released.Statuses[^1].State.Should().Be("success");

        await Shipper.RollbackAsync(site.Build(host: _ => Host(github)), "production", first.Version);

        released.Statuses[^1].State.Should().Be("inactive");
        github.Repository.Deployments[^1].Commit.Should().Be(first.Commit);
    }

    [SkippableFact]
    public async Task Where_no_release_was_marked_a_rollback_marks_nothing()
    {
        await using var github = await GitHubServer.StartAsync();
        await using var site = await SampleSite.CreateAsync();
        await DeployTwiceAsync(site);

        await Shipper.RollbackAsync(site.Build(host: _ => Host(github)), "production");

        github.Repository.Deployments.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("https://github.com/octo-org/hello.git", false)]
    [InlineData("https://example.org/octo-org/hello.git", true)]
    public async Task Without_a_token_or_on_another_host_nothing_is_asked(string origin, bool hasToken)
    {
        await using var github = await GitHubServer.StartAsync();
        await using var site = await SampleSite.CreateAsync();
        var (first, second) = await DeployTwiceAsync(site);
        await site.GitAsync("remote", "set-url", "origin", origin);
        Mark(github, second.Commit);

        await Shipper.RollbackAsync(site.Build(host: _ => hasToken ? Host(github) : throw NoToken()), "production");

        (await site.VersionAsync("production")).Should().Be(first.Version);
        github.Calls.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Another_environment_than_the_users_is_not_marked()
    {
        await using var github = await GitHubServer.StartAsync();
        await using var site = await SampleSite.CreateAsync();
        await site.GitAsync("remote", "add", "origin", "https://github.com/octo-org/hello.git");
        await site.DeployAsync("staging");
        await site.CommitAsync("fix: a change");
        await site.DeployAsync("staging");

        await Shipper.RollbackAsync(site.Build(host: _ => Host(github)), "staging");

        github.Calls.Should().BeEmpty();
    }

    /// <summary>Two revisions, one after the other, live in production.</summary>
    static async Task<(Revision First, Revision Second)> DeployTwiceAsync(SampleSite site)
    {
        await site.GitAsync("remote", "add", "origin", "https://github.com/octo-org/hello.git");
        var first = await DeployAsync(site);
        await site.CommitAsync("fix: a change");
        return (first, await DeployAsync(site));
    }

    static async Task<Revision> DeployAsync(SampleSite site)
    {
        var build = await site.DeployAsync("production");
        await Shipper.ApproveAsync(site.Build(), (await site.StatusAsync())["production"].WaitingPlan!);
        return new Revision(build.Environments.Revision.Version, build.Environments.Revision.Commit);
    }

    /// <summary>As a release does.</summary>
    static StoredDeployment Mark(GitHubServer github, string commit)
    {
        var deployment = new StoredDeployment
        {
            Id = github.Repository.NextId(),
            Commit = commit,
            Environment = "production",
            IsProduction = true,
        };
        deployment.Statuses.Add(new StoredStatus(github.Repository.NextId(), "success", "v1.0.0", null, default));
        github.Repository.Deployments.Add(deployment);
        return deployment;
    }

    static GitHubReleaseHost Host(GitHubServer github) => ReleaseCommandTests.HostAt(github);

    static HostException NoToken() => new(HostFailure.Unauthorized, "There is no token for GitHub: set GITHUB_TOKEN.");

    sealed record Revision(string Version, string Commit);
}
