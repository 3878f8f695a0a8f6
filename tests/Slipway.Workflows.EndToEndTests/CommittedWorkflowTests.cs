using Slipway.EndToEndTests;

namespace Slipway.Workflows.EndToEndTests;

/// <summary>
/// The five committed workflows, run from their YAML as GitHub would: jobs in the order of their needs, each in a clean
/// checkout, and from one to the other only what it hands on.
/// </summary>
public sealed class CommittedWorkflowTests(Stage stage) : IClassFixture<Stage>
{
    [SkippableFact]
    public async Task Ci_verifies_a_request_and_gives_it_an_environment_until_it_closes()
    {
        await stage.ReadyAsync();
        await stage.Clone.CheckoutAsync(stage.Commit, branch: "feature/one");

        var opened = await stage.RunAsync("ci");

        opened.ExitCode.Should().Be(0, opened.All);
        opened.Output.Should().Contain("10 success, 1 skipped");
        (await Site.CommitAtAsync(stage.Review)).Should().Be(stage.Commit);

        var closed = await stage.RunAsync("ci", "--event", "pull_request.closed");

        closed.ExitCode.Should().Be(0, closed.All);
        (await Site.CommitAtAsync(stage.Review)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Ship_brings_main_to_production_once_it_is_approved_and_releases_it_and_operate_rolls_back()
    {
        await stage.ReadyAsync();
        await stage.Clone.CheckoutAsync(stage.Commit);

        var ship = await stage.RunAsync("ship");

        ship.ExitCode.Should().Be(0, ship.All);
        ship.Output.Should().Contain("8 success, 2 waiting").And.Contain("--approved production");
        (await Site.CommitAtAsync(stage.Site.Staging)).Should().Be(stage.Commit);
        (await Site.CommitAtAsync(stage.Site.Production)).Should().BeNull();

        var approved = await stage.RunAsync("ship", "--approved", "production");

        approved.ExitCode.Should().Be(0, approved.All);
        (await Site.CommitAtAsync(stage.Site.Production)).Should().Be(stage.Commit);
        await ReleasedAsync();

        await stage.Site.PushAsync();
        var deploy = await stage.Site.DeployPushedAsync();
        deploy.ExitCode.Should().Be(0, deploy.All);
        (await Site.CommitAtAsync(stage.Site.Staging)).Should().NotBe(stage.Commit);

        var rollback = await stage.RunAsync("operate", "--input", "operation=rollback", "environment=staging");

        rollback.ExitCode.Should().Be(0, rollback.All);
        (await Site.CommitAtAsync(stage.Site.Staging)).Should().Be(stage.Commit);

        await NightlyAsync();
    }

    [SkippableFact]
    public async Task Sandbox_brings_its_branch_to_sandbox()
    {
        await stage.ReadyAsync();
        await stage.Clone.CheckoutAsync(stage.Commit, branch: "sandbox");

        var sandbox = await stage.RunAsync("sandbox");

        sandbox.ExitCode.Should().Be(0, sandbox.All);
        (await Site.CommitAtAsync(stage.Site.Sandbox)).Should().Be(stage.Commit);
    }

    /// <summary>The release's commit and its tag are at the origin, and become those of the clone.</summary>
    async Task ReleasedAsync()
    {
        stage.GitHub.Check();
        var release = stage.GitHub.Repository.Releases.Should().ContainSingle().Which;
        release.IsDraft.Should().BeFalse();
        release
            .Assets.Select(asset => asset.Name)
            .Should()
            .Contain([
                "SHA256SUMS",
                "image-digest.txt",
                "tinygallery.cdx.json",
                "tinygallery.intoto.jsonl",
                "tinygallery.json",
            ]);
        await stage.Clone.GitAsync("pull", "--quiet", "--ff-only", "--tags", "origin", "main");
        await stage.Clone.GitAsync("verify-tag", release.Tag);
        (await stage.Clone.GitAsync("rev-parse", $"{release.Tag}^{{commit}}"))
            .Should()
            .Be(await stage.Clone.GitAsync("rev-parse", "origin/main"));
    }

    /// <summary>But for the proofs, which take as long as all the rest and run by themselves.</summary>
    async Task NightlyAsync()
    {
        var backup = await stage.Site.BuildAsync("Backup", "--environment", "production");
        backup.ExitCode.Should().Be(0, backup.All);
        await stage.Clone.ReplaceAsync(".github/workflows/nightly.yml", "./build.sh Prove", "./build.sh Noop");
        await stage.Clone.CommitAsync("test: a night without proofs");

        var nightly = await stage.RunAsync("nightly");

        nightly.ExitCode.Should().Be(0, nightly.All);
        nightly.Output.Should().Contain("4 success");
    }
}
