using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>What is said beside the number, and what is refused.</summary>
public class VersionCalculationTests
{
    const string GitHubFlow = "workflow: GitHubFlow/v1\n";

    [Fact]
    public async Task The_base_and_each_candidate_are_told_with_why()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.2.3; commit; tag v1.1.0; commit; tag v1.3.0-beta.1; commit",
            GitHubFlow
        );

        var explanation = (await repository.CalculateAsync()).Explanation;

        explanation.Base.Should().StartWith("1.1.0 (tag v1.1.0), 2 commits since commit ");
        explanation
            .Candidates.Select(candidate => (candidate.Source, candidate.Next, candidate.IsUsed, candidate.Why))
            .Should()
            .BeEquivalentTo([
                ("tag v1.1.0", "1.3.0-1", true, "the highest; raises the patch"),
                ("tag v1.2.3", "1.2.4-1", false, "lower than 1.3.0-1"),
                ("tag v1.3.0-beta.1", (string?)null, false, "its label is not ''; its numbers count"),
            ]);
    }

    [Fact]
    public async Task What_two_branches_propose_alike_is_told_once()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; on feature/upload; commit",
            "workflow: GitHubFlow/v1\nnext-version: 0.1.0\n"
        );

        var explanation = (await repository.CalculateAsync()).Explanation;

        explanation
            .Candidates.Should()
            .ContainSingle()
            .Which.Why.Should()
            .Be("the highest; raises nothing, label 'upload'");
    }

    [Fact]
    public async Task A_version_in_a_name_is_told_with_the_branch_that_has_the_name()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.3.0; on hotfix/1.3.1; commit",
            "workflow: GitFlow/v1\n"
        );

        var explanation = (await repository.CalculateAsync()).Explanation;

        explanation
            .Candidates.Select(candidate => candidate.Source)
            .Should()
            .BeEquivalentTo("tag v1.3.0", "version in the name of branch hotfix/1.3.1");
    }

    [Fact]
    public async Task A_tagged_commit_says_that_its_tag_is_the_version()
    {
        using var repository = await HistoryRepository.CreateAsync("commit; tag v1.2.3", GitHubFlow);

        var calculated = await repository.CalculateAsync();

        calculated.Explanation.Base.Should().Be("the commit's own tag v1.2.3 is the version");
        calculated.Tag.Should().Be("v1.2.3");
    }

    [Fact]
    public async Task Thousands_of_tags_do_not_flood_the_explanation()
    {
        var tags = string.Join(';', Enumerable.Range(0, 50).Select(number => $"commit; tag v1.{number}.0"));
        using var repository = await HistoryRepository.CreateAsync($"{tags}; commit", GitHubFlow);

        var explanation = (await repository.CalculateAsync()).Explanation;

        (explanation.Candidates.Count, explanation.More).Should().Be((20, 30));
        explanation.Candidates[0].Source.Should().Be("tag v1.49.0");
    }

    [Fact]
    public async Task Tags_that_are_no_versions_are_named()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag nightly; tag v1.2.3; commit",
            GitHubFlow
        );

        (await repository.CalculateAsync())
            .Explanation.Notes.Should()
            .ContainSingle()
            .Which.Should()
            .Be("tags that are no versions do not count: nightly");
    }

    [Theory]
    [InlineData("commit; commit; back 1", "main", "*on the history of branch main alone*")]
    [InlineData("commit; on feature/x; commit; back 1", null, "*on the history of feature/x, main: it has no branch")]
    [InlineData("commit; commit; on side; commit; delete side; detach", null, "*on no branch's history*")]
    public async Task What_a_detached_head_stands_for_is_said(string script, string? branch, string note)
    {
        using var repository = await HistoryRepository.CreateAsync(script, GitHubFlow);

        var calculated = await repository.CalculateAsync();

        (calculated.Branch, calculated.IsDetached).Should().Be((branch, true));
        calculated.Explanation.Notes.Should().ContainMatch(note);
    }

    [Fact]
    public async Task A_tag_that_GitHub_builds_is_the_version_whatever_the_branches_say()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.0.1; on feature/x; commit; back 1",
            GitHubFlow
        );

        var calculated = await repository.CalculateAsync(name => name is "GITHUB_REF" ? "refs/tags/v1.0.1" : null);

        calculated.Variables.FullSemVer.Should().Be("1.0.1");
        calculated.Explanation.Notes.Should().Contain("GitHub builds tag v1.0.1: that is the version");
    }

    [Fact]
    public async Task A_tag_that_is_no_version_is_none_on_GitHub_either()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.0.0; commit; tag nightly; detach",
            GitHubFlow
        );

        var calculated = await repository.CalculateAsync(name => name is "GITHUB_REF" ? "refs/tags/nightly" : null);

        calculated.Variables.FullSemVer.Should().Be("1.0.1-1");
    }

    [Fact]
    public async Task A_feature_branch_without_main_is_an_error_that_says_what_is_missing()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; on feature/x; commit; delete main",
            GitHubFlow
        );

        await repository
            .Invoking(one => one.CalculateAsync())
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage(
                "*branch 'feature/x'*no strategy found a base*There is no main branch here*git fetch origin main:main*"
            );
    }

    [Theory]
    [InlineData("commit; tag v1.2.3; commit; commit", "1.2.4-1", "since tag v1.2.3")]
    [InlineData("commit; tag v1.2.3; on a; commit; on main; merge a Merge branch 'a'", "1.2.3", "since tag v1.2.3")]
    [InlineData(
        "commit; on a; commit; tag v1.0.0; on main; merge a Merge branch 'a'; commit",
        "1.0.1-1",
        "since tag v1.0.0"
    )]
    [InlineData("commit; tag nightly; commit", "0.0.1-1", "; no tag counts")]
    public async Task TrunkBased_names_the_tag_that_it_counts_from(string script, string counted, string from)
    {
        using var repository = await HistoryRepository.CreateAsync(script, "workflow: TrunkBased/preview1\n");

        var explanation = (await repository.CalculateAsync()).Explanation;

        explanation
            .Candidates.Single(one => one.IsUsed)
            .Source.Should()
            .StartWith("commits of main one by one")
            .And.EndWith(from);
        explanation.Base.Should().StartWith($"{counted} (commits of main one by one");
    }

    [Fact]
    public async Task TrunkBased_says_which_merge_it_cannot_count()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; on a; commit; on main; on b; commit; on main; merge a,b Merge branch 'a'",
            "workflow: TrunkBased/preview1\n"
        );

        await repository
            .Invoking(one => one.CalculateAsync())
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*merges 2 branches at once*Tag a commit after it*");
    }

    [Fact]
    public async Task An_equals_sign_forgets_the_branchs_own_increment()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.2.3; commit a +semver: major; commit b =semver: none",
            GitHubFlow
        );

        (await repository.CalculateAsync()).Variables.FullSemVer.Should().Be("1.2.3-2");
    }

    [Fact]
    public async Task An_equals_sign_forgets_what_was_asked_for_before()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.2.3; commit a +semver: major; commit b =semver: minor",
            GitHubFlow
        );

        (await repository.CalculateAsync()).Variables.FullSemVer.Should().Be("1.3.0-2");
    }

    [Fact]
    public async Task Ignored_paths_and_ids_reduce_the_distance()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", "ignore:\n  paths: [^docs/]\n");
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.0");
        repository.Write("docs/a.md", "a");
        await repository.CommitAsync("two");
        repository.Write("src/a.cs", "a");
        await repository.CommitAsync("three");

        var calculated = await VersionCalculation.RunAsync(
            new VersionRequest(repository.Path) { Environment = _ => null }
        );

        calculated.Variables.FullSemVer.Should().Be("1.0.1-1");
    }

    [Fact]
    public async Task Ignoring_the_newest_commit_moves_to_the_one_before()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");
        var before = await repository.CommitAsync("two");
        var newest = await repository.CommitAsync("three");
        repository.Write("GitVersion.yml", $"ignore:\n  sha: [{newest[..10]}]\n");

        var calculated = await VersionCalculation.RunAsync(
            new VersionRequest(repository.Path) { Environment = _ => null }
        );

        (calculated.Variables.Sha, calculated.Variables.VersionSourceDistance).Should().Be((before, 2));
    }

    [Fact]
    public async Task All_variables_of_a_version_with_metadata()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.2.3; on feature/up_load; commit",
            GitHubFlow
        );
        repository.Write("new.txt", "");

        var variables = (await repository.CalculateAsync()).Variables;

        variables
            .Should()
            .BeEquivalentTo(
                new VersionVariables
                {
                    AssemblySemFileVer = "1.2.4.0",
                    AssemblySemVer = "1.2.4.0",
                    BranchName = "feature/up_load",
                    BuildMetaData = 1,
                    CommitDate = "2026-01-01",
                    EscapedBranchName = "feature-up-load",
                    FullBuildMetaData = $"1.Branch.feature-up-load.Sha.{variables.Sha}",
                    FullSemVer = "1.2.4-up-load.1+1",
                    InformationalVersion = $"1.2.4-up-load.1+1.Branch.feature-up-load.Sha.{variables.Sha}",
                    Major = 1,
                    MajorMinorPatch = "1.2.4",
                    Minor = 2,
                    Patch = 4,
                    PreReleaseLabel = "up-load",
                    PreReleaseLabelWithDash = "-up-load",
                    PreReleaseNumber = 1,
                    PreReleaseTag = "up-load.1",
                    PreReleaseTagWithDash = "-up-load.1",
                    SemVer = "1.2.4-up-load.1",
                    Sha = variables.Sha,
                    ShortSha = variables.Sha[..7],
                    // GitVersion.yml is one of them.
                    UncommittedChanges = 2,
                    VersionSourceDistance = 1,
                    VersionSourceSemVer = "1.2.3",
                    VersionSourceSha = variables.VersionSourceSha,
                    WeightedPreReleaseNumber = 30_001,
                }
            );
    }

    [Fact]
    public async Task Formats_of_ones_own_for_assemblies_and_dates()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; tag v1.2.3",
            """
            assembly-versioning-scheme: MajorMinor
            assembly-file-versioning-format: '{Major}.{Minor}.{Patch}.{env:SLIPWAY_RUN ?? "0"}'
            assembly-informational-format: '{SemVer} of {CommitDate}'
            commit-date-format: yyyyMMdd
            """
        );

        var variables = (await repository.CalculateAsync()).Variables;

        (variables.AssemblySemVer, variables.AssemblySemFileVer).Should().Be(("1.2.0.0", "1.2.3.0"));
        variables.InformationalVersion.Should().Be("1.2.3-of-20260101");
    }

    [Fact]
    public async Task A_label_that_asks_for_what_is_not_there_is_an_error()
    {
        using var repository = await HistoryRepository.CreateAsync(
            "commit; on feature/x; commit",
            "branches:\n  feature:\n    label: '{env:SLIPWAY_UNSET}'\n"
        );

        await repository
            .Invoking(one => one.CalculateAsync())
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("the label '{env:SLIPWAY_UNSET}' asks for {env:SLIPWAY_UNSET}, which is not there*");
    }
}
