using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing.GitHub;
using Slipway.Testing.Releaser;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>A whole release, against a GitHub and a remote of the test's own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReleaserTests
{
    [SkippableFact]
    public async Task A_release_is_a_tag_a_commit_a_published_release_with_its_files_and_a_marked_deployment()
    {
        await using var release = await FullRelease.CreateAsync();

        var result = await release.RunAsync();

        result.Changed.Should().BeTrue();
        result.IsSigned.Should().BeTrue();
        result.BuiltFrom.Should().Be(release.Site.Base);
        await release.IsReleasedOnceAsync("nothing went wrong");
        var stored = release.Server.Repository.Releases[0];
        stored.Notes.Should().Be($"Notes of v1.1.0, image {SampleRelease.Digest}.\n");
        stored.Target.Should().Be(result.Commit);
        release.Server.Repository.Latest.Should().Be(stored.Id);
        release.Server.Repository.Deployments[^1].Commit.Should().Be(release.Site.Base);
    }

    [SkippableFact]
    public async Task A_second_run_verifies_and_changes_nothing()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        var calls = release.Server.Calls.Count;
        var observed = new Observed();

        var again = await release.RunAsync(observer: observed);

        again.Changed.Should().BeFalse();
        observed.Done.Should().Equal("Verify as a consumer");
        release.Server.Calls.Skip(calls).Should().OnlyContain(call => !call.IsWrite);
        await release.IsReleasedOnceAsync("it was run twice");
    }

    [SkippableFact]
    public async Task Published_notes_that_a_person_has_edited_are_left()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        release.Server.Repository.Releases[0].Notes = "Edited.";

        await release.RunAsync();

        release.Server.Repository.Releases[0].Notes.Should().Be("Edited.");
    }

    [SkippableFact]
    public async Task A_draft_that_somebody_has_begun_is_finished_with_the_release_s_notes()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.Host.CreateDraftAsync(
            new ReleaseDraft("v1.1.0", release.Site.Base, "Soon", "To be written.", IsPrerelease: false)
        );

        await release.RunAsync();

        release.Server.Repository.Releases.Should().ContainSingle().Which.Notes.Should().StartWith("Notes of v1.1.0");
    }

    [SkippableFact]
    public async Task An_asset_that_was_changed_at_the_host_does_not_verify()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        release.Server.Repository.Releases[0].Assets.Single(asset => asset.Name is "openapi.json").Content = [1, 2, 3];

        var again = () => release.RunAsync();

        await again.Should().ThrowAsync<ReleaseException>().WithMessage("Verify as a consumer: *openapi.json*");
    }

    [SkippableFact]
    public async Task It_is_finished_from_the_tag_alone_when_production_and_main_have_moved_on()
    {
        await using var release = await FullRelease.CreateAsync();
        release.Server.Inject("repos/create-release", Fault.Forbidden);
        await FluentActions.Awaiting(() => release.RunAsync()).Should().ThrowAsync<ReleaseException>();
        await release.Site.CommitAsync("feat: the next thing");
        await release.Site.GitAsync("push", "--quiet", "origin", "main");
        await release.Site.GitAsync("checkout", "--quiet", "--detach", "v1.1.0");
        var request = SampleRelease.Request(new string('e', 40)) with { Calculated = new SemanticVersion(1, 2, 0) };

        var result = await ReleaseAsync(release, request);

        result.Version.Should().Be("1.1.0");
        result.Digest.Should().Be(SampleRelease.Digest);
        release.Server.Repository.Releases.Should().ContainSingle().Which.IsDraft.Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_hotfix_is_released_from_its_branch()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.Site.GitAsync("switch", "--quiet", "--create", "hotfix/1.1.0");
        await release.Site.GitAsync("push", "--quiet", "origin", "hotfix/1.1.0");

        var result = await release.RunAsync();

        var origin = release.Site.Origin;
        (await release.Site.GitInAsync(origin, "rev-parse", "hotfix/1.1.0")).Should().Be(result.Commit);
        (await release.Site.GitInAsync(origin, "rev-parse", "main")).Should().Be(release.Site.Base);
    }

    [SkippableFact]
    public async Task An_older_line_is_not_the_latest_and_marks_no_deployment()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.Site.CommitAsync("feat!: the next line");
        await release.Site.GitAsync("tag", "--no-sign", "v2.0.0");
        await release.Site.GitAsync("switch", "--quiet", "--create", "support/1.x", release.Site.Base);
        await release.Site.GitAsync("push", "--quiet", "origin", "support/1.x");
        var older = new ReleasedImage("sample:older", $"sha256:{new string('f', 64)}", release.Site.Base);
        var request = SampleRelease.Request(new string('e', 40)) with { Images = [older] };

        var result = await ReleaseAsync(release, request);

        result.Digest.Should().Be(older.Digest);
        release.Server.Repository.Latest.Should().BeNull();
        release.Server.Repository.Deployments.Should().Equal(release.Earlier);
    }

    [SkippableFact]
    public async Task What_came_back_after_a_rollback_is_marked_again()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        var back = release.Deployed(release.Earlier.Commit);

        await release.RunAsync();
        await release.RunAsync();

        var deployments = release.Server.Repository.Deployments;
        deployments.Should().HaveCount(4);
        deployments[^1].Commit.Should().Be(release.Site.Base);
        deployments[^1].Statuses.Should().ContainSingle().Which.State.Should().Be("success");
        back.Statuses[^1].State.Should().Be("inactive");
    }

    /// <summary>GitHub records one by itself for each job that has an environment, and says success when the job ends.</summary>
    [SkippableFact]
    public async Task The_deployment_that_the_job_was_recorded_as_is_the_one_that_is_marked()
    {
        await using var release = await FullRelease.CreateAsync();
        var recorded = release.Deployed(release.Site.Base);

        await release.RunAsync();

        release.Server.Repository.Deployments.Should().Equal(release.Earlier, recorded);
        recorded.Statuses[^1].Description.Should().Be($"v1.1.0, {SampleRelease.Digest}");
    }

    [SkippableFact]
    public async Task Nothing_that_is_said_holds_the_token()
    {
        await using var release = await FullRelease.CreateAsync();
        var observed = new Observed();
        release.Server.Inject("repos/create-release", Fault.Forbidden);

        var running = () => release.RunAsync(observer: observed);

        var failure = (await running.Should().ThrowAsync<ReleaseException>()).Which;
        failure.ToString().Should().NotContain(release.Server.Token);
        string.Join('\n', observed.Lines).Should().NotContain(release.Server.Token);
    }

    static async Task<ReleaseResult> ReleaseAsync(FullRelease release, ReleaseRequest request)
    {
        var releaser = new Releaser(release.Site.Root, request);
        var content = new ReleaseContent
        {
            Backend = "sample",
            Notes = (_, _) => Task.FromResult("Notes."),
            Directory = Path.Combine(release.Site.Directory, "made"),
            PullManifest = digest => digest,
        };
        return await releaser.RunAsync(await releaser.LookAsync(), release.Host, content, new Observed());
    }
}
