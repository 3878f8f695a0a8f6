using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>How a commit gets its version: on real repositories, by the real git.</summary>
public class CommitVersionTests
{
    [Fact]
    public async Task A_tagged_commit_has_its_tags_version()
    {
        using var repository = await OwnRepository.CreateAsync();
        var commit = await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");

        var version = await OwnRepository.ReadAsync(repository);

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
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "--annotate", "--message", "Release", "v2.0.0");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("2.0.0");
    }

    [Fact]
    public async Task Commits_after_a_tag_lead_to_the_next_patch()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.CommitAsync("two");
        await repository.CommitAsync("three");

        var version = await OwnRepository.ReadAsync(repository);

        (version.Version, version.Tag).Should().Be(("1.2.4-2", "v1.2.3"));
    }

    [Fact]
    public async Task Another_branch_shows_in_the_version()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", "feature/Upload_images");
        await repository.CommitAsync("two");

        var version = await OwnRepository.ReadAsync(repository);

        (version.Version, version.Branch).Should().Be(("1.2.4-Upload-images.1", "feature/Upload_images"));
    }

    [Fact]
    public async Task Without_a_tag_every_commit_counts_from_the_first_version()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "vacation");
        await repository.RunAsync("tag", "v1");
        await repository.RunAsync("tag", "1.0.0");

        var version = await OwnRepository.ReadAsync(repository);

        (version.Version, version.Tag).Should().Be(("0.1.0-2", null));
    }

    [Fact]
    public async Task The_highest_tag_counts_not_the_nearest()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.10.0");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "v1.9.1");
        await repository.CommitAsync("three");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("1.10.1-2");
    }

    [Fact]
    public async Task A_tag_on_another_branch_does_not_count()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("switch", "--quiet", "--create", "other");
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "v9.0.0");
        await repository.RunAsync("switch", "--quiet", "main");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("0.1.0-1");
    }

    [Fact]
    public async Task A_merge_counts_the_merged_commits()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.0");
        await repository.RunAsync("switch", "--quiet", "--create", "other");
        await repository.CommitAsync("two");
        await repository.CommitAsync("three");
        await repository.RunAsync("switch", "--quiet", "main");
        await repository.RunAsync("merge", "--quiet", "--no-ff", "--no-edit", "other");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("1.0.1-3");
    }

    [Theory]
    [InlineData("tracked.txt", "changed")]
    [InlineData("unknown.txt", "new")]
    public async Task A_changed_or_unknown_file_makes_the_tree_dirty(string file, string content)
    {
        using var repository = await OwnRepository.CreateAsync();
        repository.Write("tracked.txt", "one");
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        repository.Write(file, content);

        var version = await OwnRepository.ReadAsync(repository);

        (version.Version, version.IsDirty, version.ImageTag).Should().Be(("1.2.3+dirty", true, "1.2.3_dirty"));
    }

    [Fact]
    public async Task An_ignored_file_does_not_make_it_dirty()
    {
        using var repository = await OwnRepository.CreateAsync();
        repository.Write(".gitignore", "artifacts/");
        await repository.CommitAsync("one");
        repository.Write("artifacts/report.html", "");

        (await OwnRepository.ReadAsync(repository)).IsDirty.Should().BeFalse();
    }

    [Fact]
    public async Task A_directory_below_the_root_will_do()
    {
        using var repository = await OwnRepository.CreateAsync();
        repository.Write("src/file.txt", "");
        await repository.CommitAsync("one");

        var version = await CommitVersion.ReadAsync(Path.Combine(repository.Path, "src"), OwnRepository.NoEnvironment);

        version.Version.Should().Be("0.1.0-1");
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
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", branch);
        await repository.CommitAsync("two");

        var version = await OwnRepository.ReadAsync(repository);

        version.Version.Should().Be(expected);
        SemanticVersion.Parse(version.Version);
    }

    [Fact]
    public async Task A_commit_keeps_the_version_of_its_tag_on_every_branch()
    {
        using var repository = await OwnRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("switch", "--quiet", "--create", "feature/x");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("1.2.3");
    }

    [Fact]
    public async Task Metadata_and_dirt_share_the_versions_end()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", "mode: ManualDeployment\n");
        await repository.CommitAsync("one");
        repository.Write("new.txt", "");

        (await OwnRepository.ReadAsync(repository)).Version.Should().Be("0.0.1-1+1.dirty");
    }
}
