using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Testing.GitHub;

namespace Slipway.Components.Tests.Ci;

/// <summary>A pull request and its review environment, which really serves.</summary>
public sealed class PostReviewTests
{
    const int Pull = 7;
    const string Review = "review-pr-7";

    [SkippableFact]
    public async Task A_pull_request_is_told_the_address_and_in_the_same_comment_that_it_is_gone()
    {
        await using var github = await StartAsync();
        await using var site = await SampleSite.CreateAsync("fix-upload");
        var build = await site.DeployAsync(Review);
        var address = (await site.StatusAsync())[Review].Url.ToString();

        await PostAsync(site, github, address);
        await PostAsync(site, github, address);

        var comment = github.Repository.Comments.Should().ContainSingle().Which;
        comment.Body.Should().Contain($"<{address}>").And.Contain(build.Environments.Revision.AbbreviatedCommit);

        await WithdrawAsync(site, github);
        await WithdrawAsync(site, github);

        github.Repository.Comments.Should().ContainSingle().Which.Body.Should().Contain("is gone");
        (await site.StatusAsync()).Keys.Should().NotContain(Review);
        github.Check();
    }

    [SkippableFact]
    public async Task A_request_that_closes_before_anything_was_deployed_is_told_nothing()
    {
        await using var github = await StartAsync();
        await using var site = await SampleSite.CreateAsync("fix-upload");

        await WithdrawAsync(site, github);

        github.Repository.Comments.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_environment_that_is_no_review_stays()
    {
        await using var github = await StartAsync();
        await using var site = await SampleSite.CreateAsync();
        await site.DeployAsync("staging");

        await FluentActions
            .Awaiting(() => WithdrawAsync(site, github, "staging"))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("staging is no review environment*");

        (await site.StatusAsync())["staging"].State.Should().Be("serving");
    }

    [SkippableFact]
    public async Task What_is_no_address_is_not_posted()
    {
        await using var github = await StartAsync();
        await using var site = await SampleSite.CreateAsync("fix-upload");

        await FluentActions
            .Awaiting(() => PostAsync(site, github, "javascript:alert(1)"))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("--review-address is 'javascript:alert(1)'*");
    }

    static async Task<GitHubServer> StartAsync()
    {
        var github = await GitHubServer.StartAsync();
        github.Repository.Pulls.Add(new StoredPull(Pull, "A change", "ada", MergedAt: null, "c1", ["c1"]));
        return github;
    }

    static Task PostAsync(SampleSite site, GitHubServer github, string address) =>
        TargetRun.OfAsync(((IPostReview)Build(site, github, Review, address)).PostReview);

    static Task WithdrawAsync(SampleSite site, GitHubServer github, string environment = Review) =>
        TargetRun.OfAsync(((IPostReview)Build(site, github, environment, address: null)).WithdrawReview);

    static SampleBuild Build(SampleSite site, GitHubServer github, string environment, string? address) =>
        site.Build(
            environment,
            host: _ => new GitHubReleaseHost(
                new HostedRepository(
                    github.Addresses.Api,
                    github.Addresses.Web,
                    github.Repository.Owner,
                    github.Repository.Name
                ),
                GitHubToken.Find(github.AppToken)
            ),
            pullRequest: (Pull, address)
        );
}
