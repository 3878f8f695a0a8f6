using System.Net;
using System.Net.Sockets;

namespace Slipway.EndToEndTests;

/// <summary>Commands that cannot be followed: each says what, where and what to do, and changes nothing.</summary>
[Collection(CloneCollection.Name)]
public sealed class CommandTests(Clone clone)
{
    [Fact]
    public async Task A_build_leaves_a_fresh_clone_as_it_was_committed()
    {
        await clone.CheckoutAsync(clone.Good);

        (await clone.Site.BuildAsync("Status")).ExitCode.Should().Be(0);

        (await clone.GitAsync("status", "--porcelain"))
            .Should()
            .BeEmpty("a clone that its own build makes dirty never reaches production");
    }

    [Fact]
    public async Task The_committed_workflows_are_what_the_build_states()
    {
        await clone.CheckoutAsync(clone.Good);

        var check = await clone.Site.BuildAsync("Workflows", "AuditWorkflows", "--check");

        check.ExitCode.Should().Be(0, check.All);
    }

    [Theory]
    [InlineData("Deplyo", "Deploy")]
    [InlineData("Status --enviroment staging", "--environment")]
    [InlineData("Deploy --environment nowhere --skip", "'nowhere'", "sandbox, staging, production")]
    [InlineData("Rollback --environment nowhere", "'nowhere'", "sandbox, staging, production")]
    [InlineData("Rollback", "--environment")]
    [InlineData("Destroy --environment staging", "--environment staging --confirm staging")]
    [InlineData("Destroy --environment staging --confirm production", "--environment staging --confirm staging")]
    [InlineData("Approve", "--digest")]
    [InlineData("Approve --digest production", "at least 6")]
    [InlineData("Approve --digest 0123456789", "0123456789", "Deploy")]
    [InlineData("Status --coverage-threshold many", "--coverage-threshold", "'many'")]
    public async Task What_cannot_be_done_is_said_with_what_can(string command, params string[] words)
    {
        await clone.Site.ServeGoodAsync();

        (await clone.Site.BuildAsync(command.Split(' '))).ShouldFailPlainly(words);

        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
    }

    [Fact]
    public async Task An_environment_that_was_never_deployed_cannot_be_rolled_back_or_destroyed()
    {
        (await clone.Site.BuildAsync("Rollback", "--environment", "sandbox")).ShouldFailPlainly("sandbox");
        (await clone.Site.BuildAsync("Destroy", "--environment", "sandbox", "--confirm", "sandbox")).ShouldFailPlainly(
            "There is no environment sandbox"
        );
    }

    [Fact]
    public async Task A_malformed_parameters_file_is_named_with_the_line()
    {
        await clone.CheckoutAsync(clone.Good);
        await clone.WriteAsync(".nuke/parameters.json", "{\n  \"CoverageThreshold\": 85,\n  oops\n}\n");

        (await clone.Site.BuildAsync("Status")).ShouldFailPlainly(".nuke/parameters.json(3,");
    }

    [Fact]
    public async Task Without_a_git_repository_nothing_is_built()
    {
        await clone.CheckoutAsync(clone.Good);
        var git = Path.Combine(clone.Root, ".git");
        Directory.Move(git, clone.Beside("git"));

        var deploy = await clone.Site.BuildAsync("Deploy");
        Directory.Move(clone.Beside("git"), git);

        deploy.ShouldFailPlainly("is in no git repository", "git init");
        deploy.All.Should().NotContain("TinyGallery.UnitTests.csproj");
    }

    [Fact]
    public async Task A_shallow_clone_is_told_how_to_become_whole()
    {
        await clone.CheckoutAsync(clone.Good);
        await clone.WriteAsync(".git/shallow", clone.Good + "\n");

        var deploy = await clone.Site.BuildAsync("Deploy");
        File.Delete(Path.Combine(clone.Root, ".git", "shallow"));

        deploy.ShouldFailPlainly("shallow clone", "git fetch --unshallow");
    }

    [Fact]
    public async Task A_detached_head_needs_the_name_of_a_place_before_anything_is_built()
    {
        await clone.GitAsync("checkout", "--quiet", "--force", "--detach", clone.Good);

        var deploy = await clone.Site.BuildAsync("Deploy");

        deploy.ShouldFailPlainly("The head is detached", "--environment staging");
        deploy.All.Should().NotContain("TinyGallery.UnitTests.csproj");
    }

    [Fact]
    public async Task A_dirty_tree_goes_to_staging_marked_so_and_never_to_production()
    {
        await clone.Site.ServeGoodAsync();
        await clone.WriteAsync("notes.txt", "Not committed.");

        var asked = await clone.Site.BuildAsync("Deploy", "--environment", "production");
        asked.ShouldFailPlainly("production takes commits only", "Commit or stash");

        var deploy = await clone.Site.BuildAsync(["Deploy", .. Clone.Unverified]);
        File.Delete(Path.Combine(clone.Root, "notes.txt"));
        deploy.ExitCode.Should().Be(0, deploy.All);
        deploy.All.Should().Contain("production takes commits only");
        var staging = await clone.Site.StatusAsync("staging");
        staging.GetProperty("lastDeployment").GetProperty("version").GetString().Should().EndWith("dirty");
        (await clone.Site.StatusAsync("production")).GetProperty("state").GetString().Should().Be("empty");
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_parameter_that_moves_it_and_moving_works()
    {
        var site = clone.NewSite();
        await clone.CheckoutAsync(clone.Good);
        await clone.Site.ServeGoodAsync();
        site.TakeImagesFrom(clone.Site);
        using var other = new TcpListener(IPAddress.Loopback, site.Staging);
        other.Start();

        var taken = await site.DeployPushedAsync();
        taken.ShouldFailPlainly($"Port {site.Staging}", "--port-base");

        site.Move();
        var moved = await site.DeployPushedAsync();
        moved.ExitCode.Should().Be(0, moved.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);
    }
}
