namespace Slipway.Releases.Tests;

/// <summary>Develop, hotfixes and support, with GitFlow.</summary>
public class GitFlowTests : ConformanceTests
{
    [Fact]
    public Task Develop_is_alpha_and_the_next_minor() =>
        Expect("1.3.0-alpha.1", GitFlow, "commit; tag v1.2.3; on develop; commit");

    [Fact]
    public Task Develop_without_a_release() => Expect("0.1.0-alpha.3", GitFlow, "commit; on develop; commit; commit");

    [Fact]
    public Task Develop_by_its_short_name() => Expect("1.3.0-alpha.1", GitFlow, "commit; tag v1.2.3; on dev; commit");

    [Fact]
    public Task Develop_by_its_long_name() =>
        Expect("1.3.0-alpha.1", GitFlow, "commit; tag v1.2.3; on development; commit");

    [Fact]
    public Task Develop_without_a_commit_of_its_own() =>
        Expect("1.3.0-alpha.0", GitFlow, "commit; tag v1.2.3; on develop");

    [Fact]
    public Task Develop_looks_at_an_open_release_branch() =>
        Expect(
            "1.4.0-alpha.1",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on release/1.3.0; commit; on develop; commit"
        );

    [Fact]
    public Task Develop_looks_at_an_open_release_branch_on_origin() =>
        Expect("1.4.0-alpha.1", GitFlow, "commit; tag v1.2.3; on develop; commit; remote origin/release/1.3.0; commit");

    [Fact]
    public Task Develop_does_not_look_at_other_remotes() =>
        Expect(
            "1.3.0-alpha.2",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; remote upstream/release/1.3.0; commit"
        );

    [Fact]
    public Task Develop_looks_at_the_higher_of_two_release_branches() =>
        Expect(
            "1.6.0-alpha.1",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on release/1.3.0; commit; on develop; commit; on release/1.5.0; commit; on develop; commit"
        );

    [Fact]
    public Task Develop_counts_on_from_its_own_alpha() =>
        Expect("1.3.0-alpha.2", GitFlow, "commit; tag v1.2.3; on develop; commit; tag v1.3.0-alpha.1; commit");

    [Fact]
    public Task A_tag_on_the_head_of_develop_is_passed() =>
        Expect("1.3.0-alpha.1", GitFlow, "commit; tag v1.2.3; on develop; commit; tag v1.3.0-alpha.1");

    [Fact]
    public Task Develop_sees_a_release_of_main_that_was_not_merged_back() =>
        Expect(
            "1.4.0-alpha.2",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on main; commit; tag v1.3.0; on develop; commit"
        );

    [Fact]
    public Task Develop_after_a_release_was_merged_back() =>
        Expect(
            "1.4.0-alpha.2",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on release/1.3.0; commit; on main; merge release/1.3.0; tag v1.3.0; on develop; merge release/1.3.0; commit"
        );

    [Fact]
    public Task Develop_after_main_was_merged_back() =>
        Expect(
            "1.4.0-alpha.3",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on main; commit; tag v1.3.0; on develop; merge main; commit"
        );

    [Fact]
    public Task Develop_with_a_foreign_pre_release() =>
        Expect("2.0.0-alpha.2", GitFlow, "commit; tag v1.2.3; on develop; commit; tag v2.0.0-beta.1; commit");

    [Fact]
    public Task Develop_raised_to_major_by_a_message() =>
        Expect("2.0.0-alpha.1", GitFlow, "commit; tag v1.2.3; on develop; commit a +semver: major");

    [Fact]
    public Task A_patch_message_does_not_lower_develop() =>
        Expect("1.3.0-alpha.1", GitFlow, "commit; tag v1.2.3; on develop; commit a +semver: patch");

    [Fact]
    public Task A_feature_of_develop() =>
        Expect("1.3.0-x.1+2", GitFlow, "commit; tag v1.2.3; on develop; commit; on feature/x; commit");

    [Fact]
    public Task A_feature_of_develop_without_a_commit_of_its_own() =>
        Expect("1.3.0-x.1+1", GitFlow, "commit; tag v1.2.3; on develop; commit; on feature/x");

    [Fact]
    public Task A_feature_of_main_in_GitFlow() =>
        Expect("1.2.4-x.1+1", GitFlow, "commit; tag v1.2.3; on feature/x; commit");

    [Fact]
    public Task A_merged_feature_counts_on_develop() =>
        Expect(
            "1.3.0-alpha.3",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on feature/x; commit; on develop; merge feature/x"
        );

    [Fact]
    public Task A_pull_request_into_develop() =>
        Expect(
            "1.3.0-PullRequest5.3",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on feature/x; commit; on develop; on pull/5/merge; merge feature/x"
        );

    [Fact]
    public Task A_hotfix_is_the_next_patch_of_main() =>
        Expect("1.2.4-beta.1+1", GitFlow, "commit; tag v1.2.3; on hotfix/urgent; commit");

    [Fact]
    public Task A_hotfix_with_a_version_in_its_name() =>
        Expect("1.2.4-beta.1+2", GitFlow, "commit; tag v1.2.3; on hotfix/1.2.4; commit; commit");

    [Fact]
    public Task A_hotfix_of_an_older_release_on_support() =>
        Expect(
            "1.0.1-beta.1+2",
            GitFlow,
            "commit; tag v1.0.0; on support/1.x; commit; on main; commit; tag v2.0.0; on support/1.x; on hotfix/1.0.1; commit"
        );

    [Fact]
    public Task A_merged_hotfix_sets_mains_version() =>
        Expect("1.2.5-2", GitFlow, "commit; tag v1.2.3; on hotfix/1.2.5; commit; on main; merge hotfix/1.2.5");

    [Fact]
    public Task A_support_branch_goes_on_from_its_release() =>
        Expect(
            "1.0.1-2",
            GitFlow,
            "commit; tag v1.0.0; on support/1.x; commit; commit; on main; commit; tag v2.0.0; on support/1.x"
        );

    [Fact]
    public Task A_support_branch_with_releases_of_its_own() =>
        Expect(
            "1.0.2-1",
            GitFlow,
            "commit; tag v1.0.0; on support/1.x; commit; tag v1.0.1; on main; commit; tag v2.0.0; on support/1.x; commit"
        );

    [Fact]
    public Task Main_after_a_merged_release_branch() =>
        Expect(
            "1.3.0-3",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on release/1.3.0; commit; on main; merge release/1.3.0"
        );

    [Fact]
    public Task Main_with_develop_merged_without_a_release() =>
        Expect("1.2.4-3", GitFlow, "commit; tag v1.2.3; on develop; commit; commit; on main; merge develop");

    [Fact]
    public Task A_release_branch_of_develop() =>
        Expect("2.0.0-beta.1+3", GitFlow, "commit; tag v1.2.3; on develop; commit; on release/2.0.0; commit; commit");

    [Fact]
    public Task A_release_branch_with_a_beta_merged_to_main() =>
        Expect(
            "2.0.0-4",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on release/2.0.0; commit; tag v2.0.0-beta.1; commit; on main; merge release/2.0.0"
        );

    [Fact]
    public Task A_release_branch_whose_version_is_released_already() =>
        Expect(
            "1.3.0-beta.1+2",
            GitFlow,
            "commit; tag v1.2.3; on release/1.3.0; commit; on main; merge release/1.3.0; tag v1.3.0; on release/1.3.0; commit"
        );

    [Fact]
    public Task An_unknown_branch_of_develop() =>
        Expect("1.3.0-odd.1+2", GitFlow, "commit; tag v1.2.3; on develop; commit; on odd; commit");

    [Fact]
    public Task A_feature_branch_that_lost_develop() =>
        Expect("1.2.4-x.1+2", GitFlow, "commit; tag v1.2.3; on develop; commit; on feature/x; commit; delete develop");

    [Fact]
    public Task Develop_alone_without_main() => Expect("0.1.0-alpha.2", GitFlow, "on develop; commit; commit");

    [Fact]
    public Task The_trunk_of_a_tag_of_a_merge_target_counts_for_develop() =>
        Expect(
            "1.4.0-alpha.1",
            GitFlow,
            "commit; tag v1.2.3; on develop; commit; on main; merge develop; tag v1.3.0; on develop; commit"
        );
}
