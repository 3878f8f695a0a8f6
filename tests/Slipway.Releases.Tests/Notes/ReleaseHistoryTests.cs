using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>On real repositories, by the real git.</summary>
public class ReleaseHistoryTests
{
    [Fact]
    public async Task Who_is_new_and_what_breaks_is_told_by_the_commits()
    {
        using var repository = await GitRepository.CreateAsync();
        await CommitAsync(repository, "Ada <ada@example.org>", "feat: one");
        await CommitAsync(repository, "Bob <bob@example.org>", "feat: two\n\nCo-authored-by: Cleo <cleo@example.org>");
        await repository.RunAsync("tag", "v1.0.0");
        await CommitAsync(repository, "Dora <dora@example.org>", "feat(api)!: three\n\nBREAKING CHANGE: no more /one");
        await CommitAsync(repository, "Ada Lovelace <ADA@example.org>", "fix: four");
        await CommitAsync(repository, "Ada Lovelace <ada@elsewhere.example.org>", "fix: five");
        await CommitAsync(
            repository,
            "helper[bot] <bot@example.org>",
            "chore: six\n\nCo-authored-by: Cleo <cleo@new.example.org>"
        );

        var history = await ReleaseHistory.ReadAsync(repository.Path, "refs/tags/v1.0.0");

        history
            .Contributors.Should()
            .Equal(
                new Contributor("Ada Lovelace", false),
                new Contributor("Cleo", false),
                new Contributor("Dora", true)
            );
        history
            .BreakingChanges.Should()
            .ContainSingle()
            .Which.Should()
            .Match<BreakingChange>(change => change.Text == "no more /one" && change.Scope == "api");
    }

    [Fact]
    public async Task In_the_first_release_everybody_is_new()
    {
        using var repository = await GitRepository.CreateAsync();
        await CommitAsync(repository, "Ada <ada@example.org>", "one");

        (await ReleaseHistory.ReadAsync(repository.Path, last: null))
            .Contributors.Should()
            .Equal(new Contributor("Ada", true));
    }

    [Fact]
    public async Task What_was_taken_back_breaks_nothing()
    {
        using var repository = await GitRepository.CreateAsync();
        await CommitAsync(repository, "Ada <ada@example.org>", "feat!: one");
        await repository.RunAsync("revert", "--no-edit", "HEAD");

        (await ReleaseHistory.ReadAsync(repository.Path, last: null)).BreakingChanges.Should().BeEmpty();
    }

    static Task<string> CommitAsync(GitRepository repository, string author, string message)
    {
        repository.Write("file", message);
        return CommitAllAsync(repository, author, message);
    }

    static async Task<string> CommitAllAsync(GitRepository repository, string author, string message)
    {
        await repository.RunAsync("add", "--all");
        return await repository.RunAsync("commit", "--quiet", $"--author={author}", $"--message={message}");
    }
}
