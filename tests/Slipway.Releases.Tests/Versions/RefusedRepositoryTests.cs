using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>What has no version, and what is said of it.</summary>
public class RefusedRepositoryTests
{
    [Fact]
    public async Task No_commit_is_one_clear_error()
    {
        using var repository = await OwnRepository.CreateAsync();

        await OwnRepository
            .Failing(repository.Path)
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*has no commit yet*");
    }

    [Fact]
    public async Task No_repository_is_one_clear_error()
    {
        using var directory = new TempDirectory();

        await OwnRepository
            .Failing(directory.Path)
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*in no git repository*git init*");
    }

    [Fact]
    public async Task No_directory_is_one_clear_error()
    {
        using var directory = new TempDirectory();

        await OwnRepository
            .Failing(directory["none"])
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*none is not there*");
    }

    [Fact]
    public async Task A_bare_repository_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        await CommandLine.RunAsync("git", ["init", "--quiet", "--bare", directory.Path]);

        await OwnRepository
            .Failing(directory.Path)
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*no working tree*");
    }

    [Fact]
    public async Task A_shallow_clone_is_refused_naming_the_way_out()
    {
        using var origin = await OwnRepository.CreateAsync();
        await origin.CommitAsync("one");
        await origin.CommitAsync("two");
        using var clone = new TempDirectory();
        await CommandLine.RunAsync("git", ["clone", "--quiet", "--depth=1", $"file://{origin.Path}", clone["clone"]]);

        await OwnRepository
            .Failing(clone["clone"])
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*shallow clone*git fetch --unshallow*");
    }

    [Fact]
    public async Task A_damaged_repository_is_an_error_with_gits_own_words()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        repository.Write(".git/index", "not an index");

        await OwnRepository
            .Failing(repository.Path)
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("'git status*failed*index*");
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
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");

        await FluentActions
            .Invoking(() =>
                CommitVersion.ReadAsync(
                    repository.Path,
                    OwnRepository.NoEnvironment,
                    new CancellationToken(canceled: true)
                )
            )
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }
}
