using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class GitIdentityTests
{
    [Fact]
    public async Task A_person_is_who_git_puts_on_commits()
    {
        using var repository = await GitRepository.CreateAsync();

        (await GitIdentity.OfUserAsync(repository.Path)).Should().Be("test@example.org");
    }

    [Fact]
    public async Task Without_an_address_nobody_is_named()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.RunAsync("config", "user.email", "");

        (await GitIdentity.OfUserAsync(repository.Path)).Should().BeNull();
    }

    [Fact]
    public async Task An_author_is_the_commits_and_not_the_committer()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.RunAsync(
            "commit",
            "--quiet",
            "--allow-empty",
            "--message",
            "one",
            "--author",
            "Ada <ada@example.org>"
        );

        var author = await GitIdentity.OfAuthorAsync(repository.Path, await repository.RunAsync("rev-parse", "HEAD"));

        author.Should().Be("ada@example.org");
    }

    [Fact]
    public async Task The_author_of_a_commit_that_is_elsewhere_is_not_known()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");

        (await GitIdentity.OfAuthorAsync(repository.Path, new string('1', 40))).Should().BeNull();
    }
}
