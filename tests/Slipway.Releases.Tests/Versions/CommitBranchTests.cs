using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>Which branch a commit without one stands for.</summary>
public class CommitBranchTests
{
    [Fact]
    public async Task A_detached_head_on_one_branch_stands_for_it()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.CommitAsync("two");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD~1");

        var version = await OwnRepository.ReadAsync(repository);

        (version.Branch, version.Version).Should().Be(("main", "0.1.0-1"));
        version.IsDetached.Should().BeTrue("that is a conclusion, and nobody said so");
    }

    [Fact]
    public async Task A_detached_head_on_several_branches_has_none()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("branch", "other");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD");

        var version = await OwnRepository.ReadAsync(repository);

        (version.Branch, version.Version).Should().Be((null, "0.1.0-no-branch.1"));
    }

    [Fact]
    public async Task In_a_fresh_clone_the_remote_branch_is_found()
    {
        using var origin = await OwnRepository.CreateAsync();
        await origin.CommitAsync("one");
        using var clone = new TempDirectory();
        await CommandLine.RunAsync("git", ["clone", "--quiet", origin.Path, clone["clone"]]);
        await CommandLine.RunAsync("git", ["switch", "--quiet", "--detach"], clone["clone"]);
        await CommandLine.RunAsync("git", ["branch", "--quiet", "--delete", "main"], clone["clone"]);

        var version = await CommitVersion.ReadAsync(clone["clone"], OwnRepository.NoEnvironment);

        version.Branch.Should().Be("main");
    }

    [Theory]
    [InlineData("GITHUB_REF", "refs/heads/release/1.0", "release/1.0")]
    [InlineData("GITHUB_HEAD_REF", "feature/y", "feature/y")]
    public async Task On_github_the_environment_names_the_branch_of_a_detached_head(
        string variable,
        string value,
        string branch
    )
    {
        using var repository = await OwnRepository.CreateAsync();
        var commit = await repository.CommitAsync("one");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD");
        string? Environment(string name) =>
            name == variable ? value
            : name is "GITHUB_SHA" ? commit
            : null;

        (await CommitVersion.ReadAsync(repository.Path, Environment)).Branch.Should().Be(branch);
    }

    [Fact]
    public async Task A_tag_that_github_builds_is_no_branch_and_gives_the_tags_version()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.1");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD");
        static string? Environment(string name) => name is "GITHUB_REF" ? "refs/tags/v1.0.1" : null;

        var version = await CommitVersion.ReadAsync(repository.Path, Environment);

        (version.Version, version.Branch).Should().Be(("1.0.1", "main"));
    }

    [Fact]
    public async Task Githubs_environment_for_another_commit_is_not_believed()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD");
        static string? Environment(string name) =>
            name switch
            {
                "GITHUB_REF" => "refs/heads/other",
                "GITHUB_SHA" => new string('0', 40),
                _ => null,
            };

        (await CommitVersion.ReadAsync(repository.Path, Environment)).Branch.Should().Be("main");
    }

    [Fact]
    public async Task A_branch_that_is_checked_out_beats_the_environment()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");

        var version = await CommitVersion.ReadAsync(repository.Path, _ => "refs/heads/other");

        version.Branch.Should().Be("main");
    }
}
