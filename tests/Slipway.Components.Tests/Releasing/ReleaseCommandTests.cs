using System.Runtime.Versioning;
using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Components.Tests.Releasing;

/// <summary>The target Release, from a production that really serves.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReleaseCommandTests
{
    const string Log = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something new.\n";

    [SkippableFact]
    public async Task What_production_serves_is_released_and_a_second_run_changes_nothing()
    {
        await using var github = await GitHubServer.StartAsync();
        using var place = new TempDirectory();
        await using var site = await ServingAsync(place);
        Check(site);
        var version = site.Build().Environments.Revision.Version;
        var released = SemanticVersion.Parse(version) with { PreRelease = null, Build = null };
        site.Write("artifacts/openapi/sample.json", $"{{\"info\":{{\"version\":\"{version}\"}}}}");
        site.OpenApi = new OpenApiSource(["openapi"], "docs/openapi.json");
        var digest = (await site.StatusAsync())["production"].Slots.Single(slot => slot.Traffic > 0).Digest;
        site.Write("artifacts/files/bill.txt", digest!);
        site.Write("artifacts/files/origin.txt", "of another version");

        await ReleaseAsync(site, github);
        var writes = github.Calls.Count(call => call.IsWrite);
        await ReleaseAsync(site, github);

        (await site.GitAsync("log", "--format=%s", "--max-count=1", "origin/main")).Should().Be($"Release {released}");
        (await site.GitAsync("rev-parse", $"v{released}^{{commit}}"))
            .Should()
            .Be(await site.GitAsync("rev-parse", "origin/main"));
        var release = github.Repository.Releases.Should().ContainSingle().Which;
        release.IsDraft.Should().BeFalse();
        release.Notes.Should().Contain("Something new.");
        release
            .Assets.Select(asset => asset.Name)
            .Should()
            .BeEquivalentTo(
                "SHA256SUMS",
                "bill.txt",
                "image-digest.txt",
                "sample.cdx.json",
                "sample.intoto.jsonl",
                "sample.json"
            );
        release.Notes.Should().Contain("sample.intoto.jsonl");
        github.Repository.Deployments.Should().ContainSingle().Which.Description.Should().Be($"v{released}, {digest}");
        github.Calls.Count(call => call.IsWrite).Should().Be(writes);
        github.Check();
    }

    [SkippableFact]
    public async Task The_check_list_names_each_file_that_a_component_offers_and_why_it_is_left_out()
    {
        await using var github = await GitHubServer.StartAsync();
        using var place = new TempDirectory();
        await using var site = await ServingAsync(place);
        Check(site);
        site.Write("artifacts/files/origin.txt", "0.0.0");

        var build = await ReleaseAsync(site, github);

        RunRecord
            .Of(build)
            .Release!.Checks.Where(check => check.Name is "Bill of materials" or "Origin")
            .Select(check => (check.Answer, check.Detail.Split(", not of")[0]))
            .Should()
            .Equal(
                (CheckAnswer.NotChecked, "none was written, so that none is published"),
                (CheckAnswer.NotChecked, "left out: it is of 0.0.0")
            );
        var page = ReportModel.OfRelease(build, RunRecord.Of(build), RunRecord.Of(build).Stages);
        page.Version.Should().Be("0.0.1");
        page.Page!.AbsolutePath.Should().EndWith("/releases/tag/v0.0.1");
        page.Checks.Should().Contain(check => check.Name == "Secrets");
        page.Image!.Labels.Should().NotBeEmpty();
    }

    [SkippableFact]
    public async Task A_release_is_told_once()
    {
        await using var github = await GitHubServer.StartAsync();
        using var receiver = new WebhookReceiver();
        using var place = new TempDirectory();
        await using var site = await ServingAsync(place);
        site.SlackWebhook = receiver.Address;
        Check(site);

        await ReleaseAsync(site, github);
        await ReleaseAsync(site, github);

        receiver.Received.Should().ContainSingle().Which.Text.Should().Contain("0.0.1 is released");
    }

    [SkippableFact]
    public async Task Without_results_of_this_commit_it_is_refused_and_nothing_is_changed()
    {
        await using var github = await GitHubServer.StartAsync();
        using var place = new TempDirectory();
        await using var site = await ServingAsync(place);
        var head = await site.GitAsync("rev-parse", "HEAD");

        var releasing = () => ReleaseAsync(site, github);

        await releasing
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("* is not released, and nothing was changed*");
        (await site.GitAsync("rev-parse", "HEAD")).Should().Be(head);
        github.Calls.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_commit_that_production_does_not_serve_is_refused()
    {
        await using var github = await GitHubServer.StartAsync();
        using var place = new TempDirectory();
        await using var site = await ServingAsync(place);
        await site.CommitAsync("feat: more");
        await site.GitAsync("push", "--quiet", "origin", "main");
        Check(site);

        var releasing = () => ReleaseAsync(site, github);

        await releasing.Should().ThrowAsync<BuildException>();
        (await site.GitAsync("tag", "--list")).Should().BeEmpty();
    }

    static async Task<SampleBuild> ReleaseAsync(SampleSite site, GitHubServer github)
    {
        var build = site.Build(host: _ => HostAt(github));
        await TargetRun.OfAsync(((IRelease)build).Release);
        return build;
    }

    internal static GitHubReleaseHost HostAt(GitHubServer github) =>
        new(
            new HostedRepository(
                github.Addresses.Api,
                github.Addresses.Web,
                github.Repository.Owner,
                github.Repository.Name
            ),
            GitHubToken.Find(github.Token)
        );

    /// <summary>A repository with a remote and a key, whose commit is live in production.</summary>
    static async Task<SampleSite> ServingAsync(TempDirectory place)
    {
        var site = await SampleSite.CreateAsync();
        site.Write("CHANGELOG.md", Log);
        await site.CommitAsync("docs: say what is new");
        var (origin, key) = (place["origin.git"], place["key"]);
        await site.GitAsync("init", "--quiet", "--bare", "--initial-branch=main", origin);
        await site.GitAsync("remote", "add", "origin", origin);
        await site.GitAsync("push", "--quiet", "origin", "main");
        await CommandLine.RunAsync(
            "ssh-keygen",
            ["-q", "-t", "ed25519", "-N", "", "-C", "test@example.org", "-f", key]
        );
        place.Write("signers", $"test@example.org {await File.ReadAllTextAsync(key + ".pub")}");
        await site.GitAsync("config", "gpg.format", "ssh");
        await site.GitAsync("config", "user.signingkey", key + ".pub");
        await site.GitAsync("config", "gpg.ssh.allowedSignersFile", place["signers"]);

        await site.DeployAsync("production");
        await Shipper.ApproveAsync(site.Build(), (await site.StatusAsync())["production"].WaitingPlan!);
        return site;
    }

    /// <summary>As if Verify had passed on the checked-out commit.</summary>
    static void Check(SampleSite site)
    {
        var build = site.Build();
        var names = ((IRelease)build).ReleasedSuites.Select(CheckList.TestsOf);
        var now = TimeProvider.System.GetUtcNow();
        new CommitChecks(
            build.Environments.Revision.Commit,
            [
                .. names
                    .Concat([CheckList.Coverage, "Secrets", "Dependencies", CheckList.Documents])
                    .Select(name => new KeptCheck(name, CheckAnswer.Passed, "good", now)),
            ]
        ).Write(((IHazResults)build).ChecksDirectory);
    }
}
