using System.Text;
using Slipway.Releases.Tests.Hosting;
using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Changelogs.Drafts;

/// <summary>A draft that asks a host which pull requests brought its commits.</summary>
public sealed class DraftPullRequestsTests : IAsyncLifetime
{
    GitRepository _repository = null!;
    Hosted _hosted = null!;
    string _commit = "";

    public async Task InitializeAsync()
    {
        _hosted = await Hosted.StartAsync();
        _repository = await GitRepository.CreateAsync();
        await _repository.CommitAsync("feat: begin");
        await _repository.RunAsync("tag", "v1.0.0");
        _commit = await _repository.CommitAsync("Some words");
        _hosted.Store.Pulls.Add(
            new StoredPull(7, "feat: the title", "ada", DateTimeOffset.UnixEpoch, _commit, [_commit])
        );
    }

    public async Task DisposeAsync()
    {
        _repository.Dispose();
        await _hosted.DisposeAsync();
    }

    [SkippableFact]
    public async Task What_the_host_knows_stands_in_the_draft()
    {
        var draft = await DraftAsync();

        draft.Entries.Should().ContainSingle().Which.PullRequest.Should().Be(7);
        draft.WhyNotAsked.Should().BeNull();
        draft.ToMarkdown(null).Should().Contain("### Added\n\n- The title (#7, Test)").And.NotContain("Not asked");
    }

    [SkippableFact]
    public async Task A_limit_that_ends_late_is_said_and_spoils_nothing()
    {
        _hosted.Server.Inject(_hosted.Server.Calls.Count, Fault.PrimaryLimit(TimeSpan.FromHours(1)));

        await IsDraftedWithoutAsync("*rate limit exceeded*");
    }

    [SkippableFact]
    public async Task A_token_that_may_not_ask_is_said_and_spoils_nothing()
    {
        _hosted.Server.Inject(_hosted.Server.Calls.Count, Fault.Unauthorized);

        await IsDraftedWithoutAsync("*it answered 401*");
    }

    [SkippableFact]
    public async Task A_host_that_cannot_be_reached_is_said_and_spoils_nothing()
    {
        await _hosted.Server.DisposeAsync();

        await IsDraftedWithoutAsync("*could not find the pull requests*");
    }

    [SkippableFact]
    public async Task More_commits_than_a_release_has_are_not_asked_about()
    {
        var stream = new StringBuilder();
        for (var number = 0; number < ChangelogDraft.MostAsked; number++)
            stream.Append(
                $"commit refs/heads/many\ncommitter Test <test@example.org> {1767225600 + number} +0000\ndata 8\nfeat: on\n"
                    + (number == 0 ? $"from {_commit}\n" : "")
            );
        await _repository.ImportAsync(stream.ToString());
        await _repository.RunAsync("switch", "--quiet", "many");

        (await DraftAsync()).WhyNotAsked.Should().Be("301 commits are too many, at a request each.");

        _hosted.Server.Calls.Should().BeEmpty();
    }

    Task<ChangelogDraft> DraftAsync() => ChangelogDraft.ReadAsync(_repository.Path, log: null, _hosted.Host);

    async Task IsDraftedWithoutAsync(string why)
    {
        var draft = await DraftAsync();

        draft.Entries.Should().ContainSingle().Which.PullRequest.Should().BeNull();
        draft.WhyNotAsked.Should().Match(why);
        draft.ToMarkdown(null).Should().Contain("Not asked which pull requests brought the commits: ");
    }
}
