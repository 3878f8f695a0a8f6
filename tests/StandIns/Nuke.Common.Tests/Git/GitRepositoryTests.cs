using Nuke.Common.Git;
using Nuke.Common.IO;
using Slipway.Testing;
using Clone = Slipway.Testing.GitRepository;
using GitRepository = Nuke.Common.Git.GitRepository;

namespace Nuke.Common.Tests.Git;

public sealed class GitRepositoryTests : IAsyncLifetime
{
    Clone _clone = null!;
    string _commit = null!;

    public async Task InitializeAsync()
    {
        _clone = await Clone.CreateAsync("feature/x");
        _clone.Write("src/file", "1");
        _commit = await _clone.CommitAsync("one");
    }

    public Task DisposeAsync()
    {
        _clone.Dispose();
        return Task.CompletedTask;
    }

    GitRepository Read(string relative = "") =>
        GitRepository.FromLocalDirectory(Path.GetFullPath(Path.Combine(_clone.Path, relative)));

    [Fact]
    public void Branch_and_commit_are_those_that_are_checked_out()
    {
        var repository = Read("src");

        repository.Branch.Should().Be("feature/x");
        repository.Head.Should().Be("refs/heads/feature/x");
        repository.Commit.Should().Be(_commit);
        repository.LocalDirectory.Should().Be((AbsolutePath)_clone.Path);
        repository.IsOnFeatureBranch().Should().BeTrue();
        repository.IsOnMainOrMasterBranch().Should().BeFalse();
    }

    [Fact]
    public void Without_a_remote_there_is_no_address()
    {
        var repository = Read();

        repository.Protocol.Should().BeNull();
        repository.HttpsUrl.Should().BeNull();
        repository.ToString().Should().BeEmpty();
        repository.RemoteName.Should().BeNull();
    }

    [Fact]
    public async Task The_remote_is_the_one_that_the_branch_follows()
    {
        await _clone.RunAsync("remote", "add", "origin", "https://example.org/other/thing.git");
        await _clone.RunAsync("remote", "add", "upstream", "git@github.com:owner/name.git");
        await _clone.RunAsync("config", "branch.feature/x.remote", "upstream");
        await _clone.RunAsync("config", "branch.feature/x.merge", "refs/heads/feature/there");

        var repository = Read();

        (repository.RemoteName, repository.RemoteBranch).Should().Be(("upstream", "feature/there"));
        (repository.Protocol, repository.Endpoint, repository.Identifier)
            .Should()
            .Be((GitProtocol.Ssh, "github.com", "owner/name"));
        repository.SshUrl.Should().Be("git@github.com:owner/name.git");
        repository.HttpsUrl.Should().Be("https://github.com/owner/name.git");
        repository.ToString().Should().Be("git@github.com:owner/name");
    }

    [Fact]
    public async Task A_remote_on_this_machine_has_no_address()
    {
        await _clone.RunAsync("remote", "add", "origin", "/srv/git/name.git");

        Read().Endpoint.Should().BeNull();
    }

    [Fact]
    public async Task Tags_are_found_plain_or_annotated_loose_or_packed()
    {
        await _clone.RunAsync("tag", "plain");
        await _clone.RunAsync("tag", "--annotate", "annotated/1", "--message", "m");
        Read().Tags.Should().BeEquivalentTo("plain", "annotated/1");

        await _clone.RunAsync("gc", "--quiet");
        await _clone.RunAsync("tag", "late");
        Read().Tags.Should().BeEquivalentTo("plain", "annotated/1", "late");

        await _clone.CommitAsync("two");
        Read().Tags.Should().BeEmpty();
    }

    [Fact]
    public async Task A_packed_branch_has_its_commit()
    {
        await _clone.RunAsync("pack-refs", "--all");

        Read().Commit.Should().Be(_commit);
    }

    [Fact]
    public async Task A_detached_head_has_a_commit_and_no_branch()
    {
        await _clone.RunAsync("checkout", "--quiet", "--detach");

        var repository = Read();

        repository.Branch.Should().BeNull();
        (repository.Head, repository.Commit).Should().Be((_commit, _commit));
        repository.IsOnMainBranch().Should().BeFalse();
    }

    [Fact]
    public async Task A_linked_worktree_has_its_own_branch_and_the_tags_and_remotes_of_all()
    {
        await _clone.RunAsync("tag", "v1");
        await _clone.RunAsync("remote", "add", "origin", "https://github.com/owner/name");
        await _clone.RunAsync("worktree", "add", "--quiet", "-b", "hotfix/y", "linked");

        var repository = Read("linked/src");

        repository.Branch.Should().Be("hotfix/y");
        repository.Commit.Should().Be(_commit);
        repository.Tags.Should().Equal("v1");
        repository.Identifier.Should().Be("owner/name");
        repository.LocalDirectory.Should().Be((AbsolutePath)_clone.Path / "linked");
    }

    [Fact]
    public async Task A_branch_without_commits_has_none()
    {
        await _clone.RunAsync("checkout", "--quiet", "--orphan", "new");

        var repository = Read();

        repository.Branch.Should().Be("new");
        repository.Commit.Should().BeNull();
        repository.Tags.Should().BeEmpty();
    }

    [Fact]
    public void Outside_of_a_repository_is_an_error()
    {
        using var directory = new TempDirectory();

        var read = () => GitRepository.FromLocalDirectory(directory.Path);

        read.Should().Throw<ArgumentException>().WithMessage($"No parent Git directory for '{directory.Path}'*");
    }

    [Theory]
    [InlineData("https://github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://token@github.com/owner/name/", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("HTTPS://host:8443/group/sub/name.git", GitProtocol.Https, "host", "group/sub/name")]
    [InlineData("http://host/name", GitProtocol.Ssh, "host", "name")]
    [InlineData("ssh://git@host:2222/owner/name.git", GitProtocol.Ssh, "host", "owner/name")]
    [InlineData("git@github.com:owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("host:name", GitProtocol.Ssh, "host", "name")]
    public void A_url_has_protocol_endpoint_and_identifier(
        string url,
        GitProtocol protocol,
        string endpoint,
        string identifier
    )
    {
        var repository = GitRepository.FromUrl(url, "main");

        (repository.Protocol, repository.Endpoint, repository.Identifier, repository.Branch)
            .Should()
            .Be((protocol, endpoint, identifier, "main"));
        repository.Commit.Should().BeNull();
        repository.Tags.Should().BeNull();
        repository.SetBranch("other").Branch.Should().Be("other");
    }

    [Theory]
    [InlineData("/srv/git/name.git")]
    [InlineData("file:///srv/git/name.git")]
    [InlineData(@"C:\git\name")]
    [InlineData("")]
    public void A_url_without_a_host_is_refused(string url)
    {
        var parse = () => GitRepository.FromUrl(url);

        parse.Should().Throw<ArgumentException>().WithMessage($"Url '{url}' could not be parsed.*");
    }

    [Theory]
    [InlineData("main", true, false, false, false, false)]
    [InlineData("Master", true, false, false, false, false)]
    [InlineData("develop", false, true, false, false, false)]
    [InlineData("feature/a", false, false, true, false, false)]
    [InlineData("releases/1", false, false, false, true, false)]
    [InlineData("hotfix/1", false, false, false, false, true)]
    [InlineData(null, false, false, false, false, false)]
    public void A_branch_is_of_a_kind_by_its_name(
        string? branch,
        bool main,
        bool develop,
        bool feature,
        bool release,
        bool hotfix
    )
    {
        var repository = GitRepository.FromUrl("host:name", branch);

        (
            repository.IsOnMainOrMasterBranch(),
            repository.IsOnDevelopBranch(),
            repository.IsOnFeatureBranch(),
            repository.IsOnReleaseBranch(),
            repository.IsOnHotfixBranch()
        )
            .Should()
            .Be((main, develop, feature, release, hotfix));
    }
}
