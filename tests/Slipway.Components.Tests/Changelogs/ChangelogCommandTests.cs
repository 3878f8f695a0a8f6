using System.Text.Json;
using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Components.Tests.Changelogs;

/// <summary>On real repositories.</summary>
public sealed class ChangelogCommandTests : IAsyncLifetime, IDisposable
{
    const string Log =
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Albums (#1).\n\n## [1.0.0] - 2026-01-01\n\n### Added\n\n- x\n";

    GitRepository _repository = null!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        await _repository.CommitAsync("feat: old");
        await _repository.RunAsync("tag", "v1.0.0");
        _repository.Write("CHANGELOG.md", Log);
        await _repository.CommitAsync("feat: albums (#1)");
        await _repository.CommitAsync("fix(api): photos (#2)");
        await _repository.RunAsync("remote", "add", "origin", "https://ada:secret@example.org/o/n.git");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_log_in_good_form_is_shown_and_left_alone()
    {
        await RunAsync(new ChangelogBuild(_repository.Path));

        (await ReadAsync("CHANGELOG.md")).Should().Be(Log);
        Directory.Exists(Path.Combine(_repository.Path, "artifacts")).Should().BeFalse();
    }

    [Fact]
    public async Task Findings_fail_the_build()
    {
        _repository.Write("CHANGELOG.md", Log.Replace("2026-01-01", "2026-02-30", StringComparison.Ordinal));

        await FluentActions
            .Awaiting(() => RunAsync(new ChangelogBuild(_repository.Path)))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("CHANGELOG.md: 1 finding, listed above.");
    }

    [Fact]
    public async Task A_draft_is_written_aside_and_has_only_what_the_log_lacks()
    {
        await RunAsync(new ChangelogBuild(_repository.Path) { Draft = true });

        (await ReadAsync("artifacts/changelog/draft.md"))
            .Should()
            .Contain("since v1.0.0")
            .And.Contain("### Fixed\n\n- **api:** Photos ([#2](https://example.org/o/n/pull/2), Test)\n")
            .And.Contain("Already in CHANGELOG.md, and left out here: 1.")
            .And.Contain("Not asked which pull requests brought the commits: origin is no repository on GitHub.")
            .And.NotContain("secret");
        (await ReadAsync("CHANGELOG.md")).Should().Be(Log);
    }

    [SkippableFact]
    public async Task With_a_token_GitHub_is_asked_which_pull_requests_brought_the_commits()
    {
        await using var github = await GitHubServer.StartAsync();
        await _repository.RunAsync("remote", "set-url", "origin", "git@github.com:o/n.git");
        var commit = await _repository.CommitAsync("Some words");
        github.Repository.Pulls.Add(
            new StoredPull(9, "feat: the title", "ada", DateTimeOffset.UnixEpoch, commit, [commit])
        );

        await RunAsync(
            new ChangelogBuild(_repository.Path)
            {
                Draft = true,
                Asked = (remote, patience) =>
                    new GitHubReleaseHost(
                        GitHubAddress.Find(remote, _ => null) with
                        {
                            Api = github.Addresses.Api,
                            Owner = github.Repository.Owner,
                            Name = github.Repository.Name,
                        },
                        GitHubToken.Find(github.Token),
                        patience
                    ),
            }
        );

        (await ReadAsync("artifacts/changelog/draft.md"))
            .Should()
            .Contain("- The title ([#9](https://github.com/o/n/pull/9), Test)")
            .And.NotContain("Not asked");
        github.Check();
    }

    [Fact]
    public async Task Without_a_token_the_draft_is_written_all_the_same()
    {
        await _repository.RunAsync("remote", "set-url", "origin", "git@github.com:o/n.git");

        await RunAsync(
            new ChangelogBuild(_repository.Path)
            {
                Draft = true,
                Asked = (_, _) => throw new HostException(HostFailure.Unauthorized, "There is no token for GitHub."),
            }
        );

        (await ReadAsync("artifacts/changelog/draft.md"))
            .Should()
            .Contain("Photos")
            .And.Contain("Not asked which pull requests brought the commits: There is no token for GitHub.");
    }

    [Fact]
    public async Task The_changelog_of_all_releases_is_written_aside()
    {
        File.Delete(Path.Combine(_repository.Path, "CHANGELOG.md"));

        await RunAsync(new ChangelogBuild(_repository.Path) { Draft = true, All = true });

        (await ReadAsync("artifacts/changelog/CHANGELOG.md"))
            .Should()
            .StartWith("# Changelog\n")
            .And.Contain("## [1.0.0] - 2026-01-01\n\n### Added\n\n- Old (");
        File.Exists(Path.Combine(_repository.Path, "CHANGELOG.md")).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_log_it_is_said_how_to_begin_one()
    {
        File.Delete(Path.Combine(_repository.Path, "CHANGELOG.md"));

        await FluentActions
            .Awaiting(() => RunAsync(new ChangelogBuild(_repository.Path)))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("*'./build.sh Changelog --draft --all'*");
    }

    [Fact]
    public async Task All_releases_are_never_shown_without_being_asked_to_draft() =>
        await FluentActions
            .Awaiting(() => RunAsync(new ChangelogBuild(_repository.Path) { All = true }))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("--all belongs to --draft*");

    [Fact]
    public async Task Programs_get_the_same_as_json()
    {
        var log = Slipway.Releases.Changelog.Parse(Log);
        var report = Slipway.Components.Changelogs.ChangelogReport.Of(log, log.Check(), "1.0.1").ToJson();
        var draft = await Slipway.Releases.ChangelogDraft.ReadAsync(_repository.Path, log);
        var proposed = Slipway.Components.Changelogs.DraftReport.Of(draft, "artifacts/changelog/draft.md").ToJson();

        using var shown = JsonDocument.Parse(report);
        using var written = JsonDocument.Parse(proposed);

        shown.RootElement.GetProperty("nextVersion").GetString().Should().Be("1.0.1");
        shown.RootElement.GetProperty("lastVersion").GetString().Should().Be("1.0.0");
        shown
            .RootElement.GetProperty("unreleased")[0]
            .GetProperty("entries")[0]
            .GetString()
            .Should()
            .Be("Albums (#1).");
        var entry = written.RootElement.GetProperty("entries")[0];
        (entry.GetProperty("category").GetString(), entry.GetProperty("pullRequest").GetInt32())
            .Should()
            .Be(("Fixed", 2));
        written.RootElement.GetProperty("alreadyThere").GetInt32().Should().Be(1);
    }

    static Task RunAsync(IChangelog build) => TargetRun.OfAsync(build.Changelog);

    Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(_repository.Path, file));

    sealed class ChangelogBuild(string root) : NukeBuild, IChangelog
    {
        public bool Draft { get; init; }

        public bool All { get; init; }

        /// <summary>Null: it must not be asked for.</summary>
        public Func<string?, GitHubPatience, IReleaseHost>? Asked { get; init; }

        IReleaseHost IHazReleaseHost.ReleaseHost(string? remote, GitHubPatience patience) =>
            Asked?.Invoke(remote, patience) ?? throw new NotSupportedException("This run was given no host.");

        AbsolutePath INukeBuild.RootDirectory => (AbsolutePath)root;

        bool IChangelog.Draft => Draft;

        bool IChangelog.All => All;
    }
}
