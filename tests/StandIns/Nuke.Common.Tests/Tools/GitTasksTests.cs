using Nuke.Common.IO;
using Nuke.Common.Tools.Git;
using Nuke.Common.Tools.GitHub;
using Clone = Slipway.Testing.GitRepository;
using GitRepository = Nuke.Common.Git.GitRepository;

namespace Nuke.Common.Tests.Tools;

public class GitTasksTests
{
    [Fact]
    public async Task Git_answers_about_a_directory()
    {
        using var clone = await Clone.CreateAsync("main");
        clone.Write("file", "1");
        GitTasks.GitHasCleanWorkingCopy(clone.Path).Should().BeFalse();
        var commit = await clone.CommitAsync("one");

        GitTasks.GitHasCleanWorkingCopy(clone.Path).Should().BeTrue();
        GitTasks.GitCurrentBranch(clone.Path).Should().Be("main");
        GitTasks.GitCurrentCommit(clone.Path).Should().Be(commit);
        GitTasks.GitIsDetached(clone.Path).Should().BeFalse();
        await clone.RunAsync("checkout", "--quiet", "--detach");
        GitTasks.GitIsDetached(clone.Path).Should().BeTrue();
    }

    [Fact]
    public void Pages_on_GitHub_have_their_addresses()
    {
        var repository = GitRepository.FromUrl("https://github.com/owner/name", "main");

        (repository.GetGitHubOwner(), repository.GetGitHubName()).Should().Be(("owner", "name"));
        repository.GetGitHubCommitUrl("abc").Should().Be("https://github.com/owner/name/commit/abc");
        repository.GetGitHubCompareTagsUrl("2", "1").Should().Be("https://github.com/owner/name/compare/1...2");
        repository.GetGitHubCompareTagToHeadUrl("1").Should().Be("https://github.com/owner/name/compare/1...HEAD");
        repository.GetGitHubCompareCommitsUrl("b", "a").Should().Be("https://github.com/owner/name/compare/a^...b");
        repository.GetGitHubDownloadUrl("a/b").Should().Be("https://raw.githubusercontent.com/owner/name/main/a/b");
        repository.GetGitHubBrowseUrl().Should().Be("https://github.com/owner/name/tree/main");
        repository
            .GetGitHubBrowseUrl("a/b", itemType: GitHubItemType.File)
            .Should()
            .Be("https://github.com/owner/name/blob/main/a/b");
    }

    [Fact]
    public async Task What_a_page_shows_is_looked_up_in_the_working_directory()
    {
        using var clone = await Clone.CreateAsync("main");
        AbsolutePath file = clone.Write("d/f", "1");
        await clone.RunAsync("remote", "add", "origin", "https://github.com/owner/name");
        var repository = GitRepository.FromLocalDirectory(clone.Path);

        repository.GetGitHubBrowseUrl(file).Should().Be("https://github.com/owner/name/blob/main/d/f");
        repository.GetGitHubBrowseUrl("d").Should().Be("https://github.com/owner/name/tree/main/d");
        repository.Invoking(x => x.GetGitHubBrowseUrl("x")).Should().Throw<ArgumentException>();
        repository.Invoking(x => x.GetGitHubBrowseUrl("/elsewhere")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_repository_elsewhere_has_no_pages_on_GitHub()
    {
        var repository = GitRepository.FromUrl("https://example.org/owner/name");

        repository.IsGitHubRepository().Should().BeFalse();
        repository
            .Invoking(x => x.GetGitHubOwner())
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'https://example.org/owner/name' is not on GitHub*");
    }
}
