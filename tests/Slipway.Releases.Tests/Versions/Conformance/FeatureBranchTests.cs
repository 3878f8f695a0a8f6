namespace Slipway.Releases.Tests;

/// <summary>Feature branches, pull requests and branches of no kind.</summary>
public class FeatureBranchTests : ConformanceTests
{
    [Fact]
    public Task A_feature_branch_takes_its_name_as_label() =>
        Expect("1.2.4-upload.1+2", GitHubFlow, "commit; tag v1.2.3; on feature/upload; commit; commit");

    [Fact]
    public Task A_feature_branch_without_a_commit_of_its_own() =>
        Expect("1.2.4-upload.1+0", GitHubFlow, "commit; tag v1.2.3; on feature/upload");

    [Fact]
    public Task A_feature_branch_from_an_untagged_main_commit() =>
        Expect("1.2.4-upload.1+2", GitHubFlow, "commit; tag v1.2.3; commit; on feature/upload; commit");

    [Fact]
    public Task The_plural_prefix_is_a_feature_branch() =>
        Expect("1.2.4-upload.1+1", GitHubFlow, "commit; tag v1.2.3; on features/upload; commit");

    [Fact]
    public Task A_dash_separates_as_well() =>
        Expect("1.2.4-upload.1+1", GitHubFlow, "commit; tag v1.2.3; on feature-upload; commit");

    [Fact]
    public Task Foreign_characters_become_dashes() =>
        Expect("1.2.4-up-load-now-2.1+1", GitHubFlow, "commit; tag v1.2.3; on feature/up_load/now@2; commit");

    [Fact]
    public Task Digits_alone_stay_digits() =>
        Expect("1.2.4-007.1+1", GitHubFlow, "commit; tag v1.2.3; on feature/007; commit");

    [Fact]
    public Task A_feature_branch_does_not_see_newer_main_commits() =>
        Expect(
            "1.2.4-x.1+1",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; on main; commit; commit; on feature/x"
        );

    [Fact]
    public Task A_feature_branch_sees_newer_releases_of_main() =>
        Expect(
            "2.0.1-x.1+1",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; on main; commit; tag v2.0.0; on feature/x"
        );

    [Fact]
    public Task A_feature_branch_that_main_was_merged_into() =>
        Expect(
            "2.0.1-x.1+2",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; on main; commit; tag v2.0.0; on feature/x; merge main"
        );

    [Fact]
    public Task A_feature_branch_of_a_feature_branch() =>
        Expect("1.2.4-b.1+2", GitHubFlow, "commit; tag v1.2.3; on feature/a; commit; on feature/b; commit");

    [Fact]
    public Task A_feature_branch_of_a_release_branch() =>
        Expect("2.0.0-b.1+2", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0; commit; on feature/b; commit");

    [Fact]
    public Task A_tag_on_a_feature_branch_is_not_its_version() =>
        Expect("1.2.4-x.2+0", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; tag v1.2.4-x.1");

    [Fact]
    public Task A_feature_branch_counts_on_from_its_own_tag() =>
        Expect("1.2.4-x.2+1", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; tag v1.2.4-x.1; commit");

    [Fact]
    public Task A_release_tagged_on_a_feature_branch_is_passed() =>
        Expect("1.3.1-x.1+1", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; tag v1.3.0; commit");

    [Fact]
    public Task Another_branch_is_unknown_and_takes_its_name_as_label() =>
        Expect("1.2.4-odd.1+2", GitHubFlow, "commit; tag v1.2.3; on odd; commit; commit");

    [Fact]
    public Task An_unknown_branch_with_slashes() =>
        Expect("1.2.4-user-jane-try.1+1", GitHubFlow, "commit; tag v1.2.3; on user/jane/try; commit");

    [Fact]
    public Task A_tag_on_an_unknown_branch_is_not_its_version_in_GitHubFlow() =>
        Expect("1.3.1-odd.1+0", GitHubFlow, "commit; tag v1.2.3; on odd; commit; tag v1.3.0");

    [Fact]
    public Task A_tag_on_an_unknown_branch_is_its_version_in_GitFlow() =>
        Expect("1.3.0", GitFlow, "commit; tag v1.2.3; on odd; commit; tag v1.3.0");

    [Fact]
    public Task A_pull_request_merge_counts_as_a_pull_request() =>
        Expect(
            "1.2.4-PullRequest42.2",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; on main; on pull/42/merge; merge feature/x"
        );

    [Fact]
    public Task A_pull_request_by_its_short_name() =>
        Expect("1.2.4-PullRequest42.1", GitHubFlow, "commit; tag v1.2.3; on pr/42; commit");

    [Fact]
    public Task A_configured_label() =>
        Expect(
            "1.2.4-f-x.1+1",
            GitHubFlow + "branches:\n  feature:\n    label: f-{BranchName}\n",
            "commit; tag v1.2.3; on feature/x; commit"
        );

    [Fact]
    public Task A_label_without_the_branch() =>
        Expect(
            "1.2.4-dev.1+1",
            GitHubFlow + "branches:\n  feature:\n    label: dev\n",
            "commit; tag v1.2.3; on feature/x; commit"
        );

    [Fact]
    public Task No_label_keeps_the_versions_own() =>
        Expect(
            "1.2.4-1+1",
            GitHubFlow + "branches:\n  feature:\n    label: ''\n",
            "commit; tag v1.2.3; on feature/x; commit"
        );

    [Fact]
    public Task A_feature_branch_raises_the_minor_when_configured() =>
        Expect(
            "1.3.0-x.1+1",
            GitHubFlow + "branches:\n  feature:\n    increment: Minor\n",
            "commit; tag v1.2.3; on feature/x; commit"
        );

    [Fact]
    public Task A_feature_branch_with_its_own_mode() =>
        Expect(
            "1.2.4-x.2",
            GitHubFlow + "branches:\n  feature:\n    mode: ContinuousDelivery\n",
            "commit; tag v1.2.3; on feature/x; commit; commit"
        );

    [Fact]
    public Task A_dependency_bots_branch() =>
        Expect(
            "1.2.4-dependabot-npm-and-yarn-x-1-2.1+1",
            GitHubFlow,
            "commit; tag v1.2.3; on dependabot/npm_and_yarn/x-1.2; commit"
        );
}
