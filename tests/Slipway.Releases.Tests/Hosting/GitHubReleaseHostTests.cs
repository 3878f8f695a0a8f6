using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubReleaseHostTests
{
    [SkippableTheory]
    [InlineData(GitHubFlavour.Public)]
    [InlineData(GitHubFlavour.EnterpriseServer)]
    public async Task A_release_is_drafted_filled_and_published(GitHubFlavour flavour)
    {
        await using var hosted = await Hosted.StartAsync(flavour);

        var draft = await hosted.DraftAsync();
        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File());
        var published = await hosted.Host.PublishAsync(draft.Id, isLatest: true);

        published
            .Should()
            .BeEquivalentTo(
                new
                {
                    draft.Id,
                    Tag = "v1.2.3",
                    IsDraft = false,
                    Target = Hosted.Commit,
                }
            );
        published.PublishedAt.Should().NotBeNull();
        var stored = hosted.Store.Releases.Should().ContainSingle().Subject;
        stored.IsDraft.Should().BeFalse();
        stored.Notes.Should().Be("The notes.");
        stored.Assets.Should().ContainSingle().Which.ContentType.Should().Be("application/json");
        hosted.Store.Latest.Should().Be(draft.Id);
    }

    [SkippableFact]
    public async Task A_draft_is_found_by_its_tag_behind_other_pages()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync("v0.0.1");
        for (var patch = 0; patch < 120; patch++)
            Publish(hosted, $"v1.0.{patch}");

        (await hosted.Host.FindReleaseAsync("v0.0.1")).Should().Be(draft);
        (await hosted.Host.FindReleaseAsync("v1.0.7"))!.IsDraft.Should().BeFalse();
        (await hosted.Host.FindReleaseAsync("v1.0.77-rc.1")).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_published_release_goes_before_drafts_and_the_oldest_draft_before_later_ones()
    {
        await using var hosted = await Hosted.StartAsync();
        var oldest = Draft(hosted, "v1.0.0");
        Draft(hosted, "v1.0.0");

        (await hosted.Host.FindReleaseAsync("v1.0.0"))!.Id.Should().Be(oldest);
        var published = Publish(hosted, "v1.0.0");
        (await hosted.Host.FindReleaseAsync("v1.0.0"))!.Id.Should().Be(published);
    }

    [SkippableFact]
    public async Task Drafting_a_release_twice_makes_one()
    {
        await using var hosted = await Hosted.StartAsync();

        var first = await hosted.DraftAsync();

        (await hosted.DraftAsync()).Should().Be(first);
        hosted.Store.Releases.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task A_published_release_is_published_no_second_time()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        await hosted.Host.PublishAsync(draft.Id, isLatest: true);
        var writes = hosted.Server.Calls.Count(call => call.IsWrite);

        await hosted.Host.PublishAsync(draft.Id, isLatest: true);

        hosted.Server.Calls.Count(call => call.IsWrite).Should().Be(writes);
    }

    [SkippableFact]
    public async Task A_release_of_an_older_line_does_not_become_the_latest()
    {
        await using var hosted = await Hosted.StartAsync();
        var latest = await hosted.DraftAsync("v2.0.0");
        await hosted.Host.PublishAsync(latest.Id, isLatest: true);

        var hotfix = await hosted.DraftAsync("v1.0.1");
        await hosted.Host.PublishAsync(hotfix.Id, isLatest: false);

        hosted.Store.Latest.Should().Be(latest.Id);
    }

    [SkippableFact]
    public async Task Notes_are_written_only_when_they_differ()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        var writes = hosted.Server.Calls.Count(call => call.IsWrite);

        await hosted.Host.UpdateNotesAsync(draft.Id, draft.Title, "The notes.");
        hosted.Server.Calls.Count(call => call.IsWrite).Should().Be(writes);

        var updated = await hosted.Host.UpdateNotesAsync(draft.Id, draft.Title, "Better notes:\n“Grüße” 🚢");
        updated.Notes.Should().Be("Better notes:\n“Grüße” 🚢");
        updated.IsDraft.Should().BeTrue();
    }

    [SkippableFact]
    public async Task It_knows_who_the_token_is()
    {
        await using var hosted = await Hosted.StartAsync();

        var person = await hosted.Host.WhoAmIAsync();
        var app = await hosted.WithToken(hosted.Server.AppToken).WhoAmIAsync();

        person.Login.Should().Be("octocat");
        person.Limit!.Requests.Should().Be(5000);
        person.Limit.Remaining.Should().BeInRange(1, 4999);
        app.Login.Should().BeNull();
    }

    [SkippableFact]
    public async Task A_server_without_limits_has_none()
    {
        await using var hosted = await Hosted.StartAsync(GitHubFlavour.EnterpriseServer);
        hosted.Server.Inject("rate-limit/get", Fault.NotFound);

        (await hosted.Host.WhoAmIAsync()).Should().Be(new HostIdentity("octocat", Limit: null));
    }

    static long Draft(Hosted hosted, string tag) => Add(hosted, tag, isDraft: true);

    static long Publish(Hosted hosted, string tag) => Add(hosted, tag, isDraft: false);

    static long Add(Hosted hosted, string tag, bool isDraft)
    {
        var release = new StoredRelease
        {
            Id = 1_000_000 + hosted.Store.Releases.Count,
            Tag = tag,
            Target = "main",
            IsDraft = isDraft,
            CreatedAt = hosted.Time.GetUtcNow().AddMinutes(hosted.Store.Releases.Count),
            PublishedAt = isDraft ? null : hosted.Time.GetUtcNow(),
        };
        hosted.Store.Releases.Add(release);
        return release.Id;
    }
}
