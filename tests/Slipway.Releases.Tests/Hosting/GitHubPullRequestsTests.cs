using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubPullRequestsTests
{
    static readonly DateTimeOffset Merged = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [SkippableFact]
    public async Task Each_merged_pull_request_of_the_commits_comes_once_by_number()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Store.Pulls.Add(new StoredPull(12, "Second", "ada", Merged, "c3", ["c3"]) { Labels = ["feature"] });
        hosted.Store.Pulls.Add(new StoredPull(7, "First", Author: null, Merged, "c2", ["c1", "c2"]));
        hosted.Store.Pulls.Add(new StoredPull(13, "Open", "ada", MergedAt: null, "c4", ["c1"]));

        var found = await hosted.Host.MergedPullRequestsAsync(["c1", "c2", "c3", "c1"]);

        found.Select(pull => pull.Number).Should().Equal(7, 12);
        found[0].Author.Should().BeNull();
        found[1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Title = "Second",
                    Author = "ada",
                    MergedAt = Merged,
                    MergeCommit = "c3",
                    Labels = (string[])["feature"],
                }
            );
    }

    [SkippableFact]
    public async Task A_commit_that_GitHub_does_not_have_brings_none()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Store.Commits.Add("known");

        (await hosted.Host.MergedPullRequestsAsync(["unknown", "known"])).Should().BeEmpty();
    }
}
