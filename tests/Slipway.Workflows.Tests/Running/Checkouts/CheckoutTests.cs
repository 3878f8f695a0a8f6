using System.Globalization;
using Slipway.Testing;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Tests.Running.Checkouts;

public sealed class CheckoutTests : IAsyncLifetime
{
    readonly TempDirectory _place = new();
    GitRepository _repository = null!;

    string Made => _place["job"];

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        _repository.Write("src/code.txt", "committed");
        _repository.Write(".gitignore", "ignored/\n");
        await _repository.CommitAsync("feat: one");
        await _repository.RunAsync("tag", "--annotate", "--message", "First", "v1.0.0");
        await _repository.RunAsync("tag", "light");
        _repository.Write("src/more.txt", "committed too");
        await _repository.CommitAsync("feat: two");
    }

    public Task DisposeAsync()
    {
        _repository.Dispose();
        _place.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task It_holds_what_is_tracked_as_it_is_committed_and_nothing_else()
    {
        _repository.Write("src/code.txt", "changed");
        _repository.Write("new.txt", "not added");
        _repository.Write("ignored/cache.txt", "ignored");

        await MakeAsync();

        File.ReadAllText(Path.Combine(Made, "src/code.txt")).Should().Be("committed");
        Directory
            .EnumerateFileSystemEntries(Made)
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo(".git", ".gitignore", "src");
        (await GitAsync("status", "--porcelain")).Should().BeEmpty();
    }

    [Fact]
    public async Task It_has_the_branch_the_history_and_the_tags()
    {
        await MakeAsync();

        (await GitAsync("symbolic-ref", "--short", "HEAD")).Should().Be("main");
        (await GitAsync("describe", "--tags", "--match", "v*")).Should().StartWith("v1.0.0-1-g");
        (await GitAsync("rev-list", "--count", "HEAD")).Should().Be("2");
        (await GitAsync("fsck", "--connectivity-only")).Should().NotContain("error");
    }

    [Fact]
    public async Task Of_a_repository_without_an_origin_it_has_the_branches_as_a_clone_would()
    {
        await _repository.RunAsync("checkout", "--quiet", "-b", "feature/one", "light");

        await MakeAsync();

        (await GitAsync("for-each-ref", "--format=%(refname)"))
            .Split('\n')
            .Should()
            .Equal(
                "refs/heads/feature/one",
                "refs/remotes/origin/feature/one",
                "refs/remotes/origin/main",
                "refs/tags/light",
                "refs/tags/v1.0.0"
            );
        (await GitAsync("fsck", "--connectivity-only")).Should().NotContain("error");
    }

    [Fact]
    public async Task What_a_job_commits_and_tags_changes_nothing_in_the_repository_it_comes_from()
    {
        _repository.Write("staged.txt", "staged");
        await _repository.RunAsync("add", "staged.txt");
        var before = await LookAsync();

        await MakeAsync();
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "feat: in the job");
        await GitAsync("tag", "v2.0.0");
        await GitAsync("branch", "other");

        (await LookAsync()).Should().Be(before);
    }

    [Fact]
    public async Task What_a_job_pushes_arrives_at_the_origin()
    {
        var origin = _place["origin.git"];
        await _repository.RunAsync("init", "--quiet", "--bare", origin);
        await _repository.RunAsync("remote", "add", "origin", Path.GetRelativePath(_repository.Path, origin));
        await _repository.RunAsync("push", "--quiet", "origin", "main");

        await MakeAsync();
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "feat: in the job");
        await GitAsync("push", "--quiet", "origin", "main");

        (await _repository.RunAsync("--git-dir", origin, "log", "-1", "--format=%s %an", "main"))
            .Should()
            .Be("feat: in the job Test");
        (await GitAsync("rev-parse", "--abbrev-ref", "main@{upstream}")).Should().Be("origin/main");
    }

    [Fact]
    public async Task A_detached_head_stays_one()
    {
        await _repository.RunAsync("checkout", "--quiet", "--detach", "v1.0.0");

        await MakeAsync();

        (await GitAsync("rev-parse", "--abbrev-ref", "HEAD")).Should().Be("HEAD");
        File.Exists(Path.Combine(Made, "src/more.txt")).Should().BeFalse();
    }

    [Fact]
    public async Task It_works_from_a_work_tree_that_is_not_the_first_one()
    {
        var tree = _place["tree"];
        await _repository.RunAsync("worktree", "add", "--quiet", "-b", "feature", tree, "light");

        await MakeAsync(tree);

        (await GitAsync("symbolic-ref", "--short", "HEAD")).Should().Be("feature");
        (await GitAsync("rev-list", "--count", "HEAD")).Should().Be("1");
    }

    [Fact]
    public async Task It_works_from_a_shallow_clone()
    {
        var clone = _place["shallow"];
        await _repository.RunAsync("clone", "--quiet", "--depth", "1", $"file://{_repository.Path}", clone);

        await MakeAsync(clone);

        (await GitAsync("rev-list", "--count", "HEAD")).Should().Be("1");
        (await GitAsync("remote", "get-url", "origin")).Should().Be($"file://{_repository.Path}");
    }

    [Fact]
    public async Task A_shallow_one_has_no_history_and_no_tags_as_on_GitHub()
    {
        await MakeAsync(isShallow: true);

        (await GitAsync("rev-list", "--count", "HEAD")).Should().Be("1");
        (await GitAsync("tag", "--list")).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_commit_than_the_head_is_detached()
    {
        var first = await _repository.RunAsync("rev-parse", "light");

        await MakeAsync(commit: first);

        (await GitAsync("rev-parse", "HEAD")).Should().Be(first);
        (await GitAsync("rev-parse", "--abbrev-ref", "HEAD")).Should().Be("HEAD");
    }

    [Fact]
    public async Task Settings_with_every_kind_of_character_come_along()
    {
        const string Name = "Q \"quoted\" \\ back; #hash\ttab";
        await _repository.RunAsync("config", "user.name", Name);
        await _repository.RunAsync("config", "url.https://example.org/.insteadOf", "gh:");

        await MakeAsync();

        (await GitAsync("config", "user.name")).Should().Be(Name);
        (await GitAsync("config", "url.https://example.org/.insteadof")).Should().Be("gh:");
    }

    [Fact]
    public async Task Changes_that_are_not_committed_are_counted()
    {
        (await (await ReadAsync(_repository.Path)).ChangesAsync(default)).Should().Be(0);

        _repository.Write("src/code.txt", "changed");
        _repository.Write("new.txt", "new");
        await _repository.RunAsync("mv", "src/more.txt", "moved.txt");

        (await (await ReadAsync(_repository.Path)).ChangesAsync(default)).Should().Be(3);
    }

    [Fact]
    public async Task A_directory_without_a_repository_and_one_without_a_commit_are_one_clear_line_each()
    {
        await FluentActions
            .Awaiting(() => ReadAsync(_place.Path))
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*in no work tree of git*");
        using var empty = await GitRepository.CreateAsync();
        await FluentActions
            .Awaiting(() => ReadAsync(empty.Path))
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*commit first");
    }

    static Task<RepositoryState> ReadAsync(string directory) => RepositoryState.ReadAsync(directory, default);

    async Task MakeAsync(string? from = null, string? commit = null, bool isShallow = false) =>
        await Checkout.MakeAsync(await ReadAsync(from ?? _repository.Path), Made, commit, isShallow, default);

    async Task<string> GitAsync(params string[] arguments)
    {
        var result = await CommandLine.RunAsync("git", arguments, Made);
        result.ExitCode.Should().Be(0, result.All);
        return result.Output.Trim();
    }

    async Task<string> LookAsync()
    {
        var written = File.GetLastWriteTimeUtc(Path.Combine(_repository.Path, ".git", "index"));
        return string.Join(
            '\n',
            await _repository.RunAsync("for-each-ref"),
            await _repository.RunAsync("diff", "--cached", "--name-only"),
            await _repository.RunAsync("config", "--local", "--list"),
            await _repository.RunAsync("reflog"),
            written.ToString("O", CultureInfo.InvariantCulture)
        );
    }
}
