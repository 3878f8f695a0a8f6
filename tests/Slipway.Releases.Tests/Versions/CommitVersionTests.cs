using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>On real repositories, by the real git.</summary>
public class CommitVersionTests
{
    static readonly Func<string, string?> NoEnvironment = _ => null;

    [Fact]
    public async Task A_tagged_commit_has_its_tags_version()
    {
        using var repository = await CreateAsync();
        var commit = await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");

        var version = await ReadAsync(repository);

        version
            .Should()
            .Be(
                new CommitVersion(
                    "1.2.3",
                    commit,
                    new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    "main",
                    IsDirty: false,
                    "v1.2.3"
                )
            );
        version.AbbreviatedCommit.Should().Be(commit[..12]);
    }

    [Fact]
    public async Task An_annotated_tag_counts_as_well()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "--annotate", "--message", "Release", "v2.0.0");

        (await ReadAsync(repository)).Version.Should().Be("2.0.0");
    }

    [Fact]
    public async Task Commits_after_a_tag_lead_to_the_next_patch()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.CommitAsync("two");
        await repository.CommitAsync("three");

        var version = await ReadAsync(repository);

        (version.Version, version.Tag).Should().Be(("1.2.4-2", "v1.2.3"));
    }

    [Fact]
    public async Task Another_branch_shows_in_the_version()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", "feature/Upload_images");
        await repository.CommitAsync("two");

        var version = await ReadAsync(repository);

        (version.Version, version.Branch).Should().Be(("1.2.4-Upload-images.1", "feature/Upload_images"));
    }

    [Fact]
    public async Task Without_a_tag_every_commit_counts_from_the_first_version()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "vacation");
        await repository.RunAsync("tag", "v1");
        await repository.RunAsync("tag", "1.0.0");

        var version = await ReadAsync(repository);

        (version.Version, version.Tag).Should().Be(("0.1.0-2", null));
    }

    [Fact]
    public async Task The_highest_tag_counts_not_the_nearest()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.10.0");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "v1.9.1");
        await repository.CommitAsync("three");

        (await ReadAsync(repository)).Version.Should().Be("1.10.1-2");
    }

    [Fact]
    public async Task A_tag_on_another_branch_does_not_count()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("switch", "--quiet", "--create", "other");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "v9.0.0");
        await repository.RunAsync("switch", "--quiet", "main");

        (await ReadAsync(repository)).Version.Should().Be("0.1.0-1");
    }

    [Fact]
    public async Task A_merge_counts_the_merged_commits()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.0");
        await repository.RunAsync("switch", "--quiet", "--create", "other");
        await repository.CommitAsync("two");
        await repository.CommitAsync("three");
        await repository.RunAsync("switch", "--quiet", "main");
        await repository.RunAsync("merge", "--quiet", "--no-ff", "--no-edit", "other");

        (await ReadAsync(repository)).Version.Should().Be("1.0.1-3");
    }

    [Theory]
    [InlineData("tracked.txt", "changed")]
    [InlineData("unknown.txt", "new")]
    public async Task A_changed_or_unknown_file_makes_the_tree_dirty(string file, string content)
    {
        using var repository = await CreateAsync();
        repository.Write("tracked.txt", "one");
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        repository.Write(file, content);

        var version = await ReadAsync(repository);

        (version.Version, version.IsDirty, version.ImageTag).Should().Be(("1.2.3+dirty", true, "1.2.3_dirty"));
    }

    [Fact]
    public async Task An_ignored_file_does_not_make_it_dirty()
    {
        using var repository = await CreateAsync();
        repository.Write(".gitignore", "artifacts/");
        await repository.CommitAsync("one");
        repository.Write("artifacts/report.html", "");

        (await ReadAsync(repository)).IsDirty.Should().BeFalse();
    }

    [Fact]
    public async Task A_directory_below_the_root_will_do()
    {
        using var repository = await CreateAsync();
        repository.Write("src/file.txt", "");
        await repository.CommitAsync("one");

        var version = await CommitVersion.ReadAsync(Path.Combine(repository.Path, "src"), NoEnvironment);

        version.Version.Should().Be("0.1.0-1");
    }

    [Fact]
    public async Task A_detached_head_on_one_branch_stands_for_it()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.CommitAsync("two");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD~1");

        var version = await ReadAsync(repository);

        (version.Branch, version.Version).Should().Be(("main", "0.1.0-1"));
        version.IsDetached.Should().BeTrue("that is a conclusion, and nobody said so");
    }

    [Fact]
    public async Task A_detached_head_on_several_branches_has_none()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("branch", "other");
        await repository.RunAsync("switch", "--quiet", "--detach", "HEAD");

        var version = await ReadAsync(repository);

        (version.Branch, version.Version).Should().Be((null, "0.1.0-no-branch.1"));
    }

    [Fact]
    public async Task In_a_fresh_clone_the_remote_branch_is_found()
    {
        using var origin = await CreateAsync();
        await origin.CommitAsync("one");
        using var clone = new TempDirectory();
        await CommandLine.RunAsync("git", ["clone", "--quiet", origin.Path, clone["clone"]]);
        await CommandLine.RunAsync("git", ["switch", "--quiet", "--detach"], clone["clone"]);
        await CommandLine.RunAsync("git", ["branch", "--quiet", "--delete", "main"], clone["clone"]);

        var version = await CommitVersion.ReadAsync(clone["clone"], NoEnvironment);

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
        using var repository = await CreateAsync();
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
        using var repository = await CreateAsync();
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
        using var repository = await CreateAsync();
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
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");

        var version = await CommitVersion.ReadAsync(repository.Path, _ => "refs/heads/other");

        version.Branch.Should().Be("main");
    }

    [Fact]
    public async Task No_commit_is_one_clear_error()
    {
        using var repository = await CreateAsync();

        await Failing(repository.Path).Should().ThrowAsync<ReleaseException>().WithMessage("*has no commit yet*");
    }

    [Fact]
    public async Task No_repository_is_one_clear_error()
    {
        using var directory = new TempDirectory();

        await Failing(directory.Path)
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*in no git repository*git init*");
    }

    [Fact]
    public async Task No_directory_is_one_clear_error()
    {
        using var directory = new TempDirectory();

        await Failing(directory["none"]).Should().ThrowAsync<ReleaseException>().WithMessage("*none is not there*");
    }

    [Fact]
    public async Task A_bare_repository_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        await CommandLine.RunAsync("git", ["init", "--quiet", "--bare", directory.Path]);

        await Failing(directory.Path).Should().ThrowAsync<ReleaseException>().WithMessage("*no working tree*");
    }

    [Fact]
    public async Task A_shallow_clone_is_refused_naming_the_way_out()
    {
        using var origin = await CreateAsync();
        await origin.CommitAsync("one");
        await origin.CommitAsync("two");
        using var clone = new TempDirectory();
        await CommandLine.RunAsync("git", ["clone", "--quiet", "--depth=1", $"file://{origin.Path}", clone["clone"]]);

        await Failing(clone["clone"])
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*shallow clone*git fetch --unshallow*");
    }

    [Fact]
    public async Task A_damaged_repository_is_an_error_with_gits_own_words()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        repository.Write(".git/index", "not an index");

        await Failing(repository.Path).Should().ThrowAsync<ReleaseException>().WithMessage("'git status*failed*index*");
    }

    [Fact]
    public async Task A_missing_git_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        var git = new Git(directory.Path, "git-that-is-not-installed");

        await FluentActions
            .Invoking(() => GitCheckout.ReadAsync(git, CancellationToken.None))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("git-that-is-not-installed cannot be started: install it*");
    }

    [Fact]
    public async Task A_cancelled_question_ends_git()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");

        await FluentActions
            .Invoking(() =>
                CommitVersion.ReadAsync(repository.Path, NoEnvironment, new CancellationToken(canceled: true))
            )
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("feature/007", "1.2.4-branch-007.1")]
    [InlineData("画像", "1.2.4-branch.1")]
    [InlineData(
        "feature/a-very-long-name-that-somebody-typed-without-thinking-of-image-tags-at-all",
        "1.2.4-a-very-long-name-that-somebody-typed-without-thinking-of-ima.1"
    )]
    public async Task Every_branch_gives_a_valid_version_that_fits_an_images_tag(string branch, string expected)
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", branch);
        await repository.CommitAsync("two");

        var version = await ReadAsync(repository);

        version.Version.Should().Be(expected);
        SemanticVersion.Parse(version.Version);
    }

    [Fact]
    public async Task A_commit_keeps_the_version_of_its_tag_on_every_branch()
    {
        using var repository = await CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", "feature/x");

        (await ReadAsync(repository)).Version.Should().Be("1.2.3");
    }

    [Fact]
    public async Task Metadata_and_dirt_share_the_versions_end()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", "mode: ManualDeployment\n");
        await repository.CommitAsync("one");
        repository.Write("new.txt", "");

        (await ReadAsync(repository)).Version.Should().Be("0.0.1-1+1.dirty");
    }

    /// <summary>With this repository's own configuration, which is a part of the first commit.</summary>
    static async Task<GitRepository> CreateAsync()
    {
        var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", await File.ReadAllTextAsync(Path.Combine(Root(), "GitVersion.yml")));
        return repository;
    }

    static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Slipway.slnx")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    static Task<CommitVersion> ReadAsync(GitRepository repository) =>
        CommitVersion.ReadAsync(repository.Path, NoEnvironment);

    static Func<Task> Failing(string directory) => () => CommitVersion.ReadAsync(directory, NoEnvironment);
}
