namespace Slipway.Releases.Tests;

/// <summary>Release branches, and what is left of them when they are merged.</summary>
public class ReleaseBranchTests : ConformanceTests
{
    [Fact]
    public Task A_release_branch_has_the_version_of_its_name() =>
        Expect("2.0.0-beta.1+2", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0; commit; commit");

    [Fact]
    public Task A_release_branch_without_a_commit_of_its_own() =>
        Expect("2.0.0-beta.1+0", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0");

    [Fact]
    public Task The_plural_prefix_is_a_release_branch() =>
        Expect("2.0.0-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on releases/2.0.0; commit");

    [Fact]
    public Task A_release_branch_with_a_dash() =>
        Expect("2.0.0-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on release-2.0.0; commit");

    [Fact]
    public Task A_release_branch_with_a_prefix_in_its_version() =>
        Expect("2.0.0-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on release/v2.0.0; commit");

    [Fact]
    public Task A_release_branch_with_two_numbers_carries_no_version() =>
        Expect("1.2.4-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on release/2.0; commit");

    [Fact]
    public Task A_release_branch_with_a_word_carries_no_version() =>
        Expect("1.2.4-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on release/next; commit");

    [Fact]
    public Task A_release_branch_counts_on_from_its_beta() =>
        Expect(
            "2.0.0-beta.2+2",
            GitHubFlow,
            "commit; tag v1.2.3; on release/2.0.0; commit; tag v2.0.0-beta.1; commit; commit"
        );

    [Fact]
    public Task A_beta_on_the_commit_is_passed() =>
        Expect("2.0.0-beta.2+0", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0; commit; tag v2.0.0-beta.1");

    [Fact]
    public Task A_release_tagged_on_the_release_branch_is_passed() =>
        Expect("2.0.1-beta.1+1", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0; commit; tag v2.0.0; commit");

    [Fact]
    public Task A_release_branch_below_the_last_release() =>
        Expect("3.0.1-beta.1+1", GitHubFlow, "commit; tag v3.0.0; on release/2.0.0; commit");

    [Fact]
    public Task A_merged_release_branch_sets_mains_version() =>
        Expect("2.0.0-2", GitHubFlow, "commit; tag v1.2.3; on release/2.0.0; commit; on main; merge release/2.0.0");

    [Fact]
    public Task Commits_after_a_merged_release_branch_count() =>
        Expect(
            "2.0.0-3",
            GitHubFlow,
            "commit; tag v1.2.3; on release/2.0.0; commit; on main; merge release/2.0.0; commit"
        );

    [Fact]
    public Task A_tag_on_the_merge_of_a_release_branch() =>
        Expect(
            "2.0.1-1",
            GitHubFlow,
            "commit; tag v1.2.3; on release/2.0.0; commit; on main; merge release/2.0.0; tag v2.0.0; commit"
        );

    [Fact]
    public Task A_deleted_release_branch_still_counts_by_its_merge() =>
        Expect(
            "2.0.0-2",
            GitHubFlow,
            "commit; tag v1.2.3; on release/2.0.0; commit; on main; merge release/2.0.0; delete release/2.0.0"
        );

    [Fact]
    public Task A_squashed_release_branch_counts_by_its_title() =>
        Expect("2.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit Merge branch 'release/2.3.0'");

    [Fact]
    public Task Merge_messages_do_not_count_where_they_are_not_tracked() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "branches:\n  main:\n    track-merge-message: false\n",
            "commit; tag v1.2.3; commit Merge branch 'release/2.3.0'"
        );

    [Fact]
    public Task A_merged_feature_branch_with_a_version_in_its_name_does_not_count() =>
        Expect("1.2.4-2", GitHubFlow, "commit; tag v1.2.3; on feature/9.0.0; commit; on main; merge feature/9.0.0");

    [Fact]
    public Task A_merge_message_by_GitHub() =>
        Expect("2.1.0-1", GitHubFlow, "commit; tag v1.2.3; commit Merge pull request #12 from someone/release/2.1.0");

    [Fact]
    public Task A_merge_message_by_Bitbucket_Server() =>
        Expect(
            "2.1.0-1",
            GitHubFlow,
            "commit; tag v1.2.3; commit Merge pull request #12 in X/y from release/2.1.0 to main"
        );

    [Fact]
    public Task A_newer_merge_message_by_Bitbucket_Server() =>
        Expect(
            "2.1.0-1",
            GitHubFlow,
            "commit; tag v1.2.3; commit Pull request #12: the release\\n\\nMerge in X/y from release/2.1.0 to main"
        );

    [Fact]
    public Task A_merge_message_by_Bitbucket_Cloud() =>
        Expect("2.1.0-1", GitHubFlow, "commit; tag v1.2.3; commit Merged in release/2.1.0 (pull request #12)");

    [Fact]
    public Task A_merge_message_by_Azure_DevOps() =>
        Expect("2.1.0-1", GitHubFlow, "commit; tag v1.2.3; commit Merge pull request 12 from release/2.1.0 into main");

    [Fact]
    public Task A_merge_message_of_a_remote_branch() =>
        Expect("2.1.0-1", GitHubFlow, "commit; tag v1.2.3; commit Merge remote-tracking branch 'origin/release/2.1.0'");

    [Fact]
    public Task A_merge_message_by_SmartGit() =>
        Expect("2.1.0-1", GitHubFlow, "commit; tag v1.2.3; commit Finish release/2.1.0");

    [Fact]
    public Task Azures_other_merge_message_is_not_recognised() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit Merged PR 42: release/2.1.0");

    [Fact]
    public Task A_merge_message_of_a_commit_is_not_recognised() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit Merge commit 'release/2.1.0'");

    [Fact]
    public Task Double_quotes_are_not_recognised() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit Merge branch \"release/2.1.0\"");

    // GitVersion 6.8.2 still recognises it; the newer one, which is followed here, does not.
    [Fact]
    public Task A_blank_line_before_a_merge_message_hides_it() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit \\nMerge branch 'release/2.1.0'");

    [Fact]
    public Task A_configured_merge_message_format() =>
        Expect(
            "2.1.0-1",
            GitHubFlow + "merge-message-formats:\n  own: '^took (?<SourceBranch>\\S+) in'\n",
            "commit; tag v1.2.3; commit took release/2.1.0 in"
        );

    [Fact]
    public Task An_old_merge_message_below_the_last_release_is_lower() =>
        Expect("1.2.4-1", GitHubFlow, "commit; commit Merge branch 'release/1.0.0'; commit; tag v1.2.3; commit");

    [Fact]
    public Task Two_merged_release_branches_the_higher_counts() =>
        Expect(
            "3.0.0-2",
            GitHubFlow,
            "commit; tag v1.2.3; commit Merge branch 'release/3.0.0'; commit Merge branch 'release/2.0.0'"
        );

    [Fact]
    public Task A_release_branch_in_GitFlow_raises_by_its_name() =>
        Expect("1.3.0-beta.1+2", GitFlow, "commit; tag v1.2.3; on release/1.3.0; commit; commit");
}
