namespace Slipway.Releases.Tests;

/// <summary>Commits, tags and merges on main.</summary>
public class MainBranchTests : ConformanceTests
{
    [Fact]
    public Task The_first_commit_is_the_first_pre_release() => Expect("0.0.1-1", GitHubFlow, "commit");

    [Fact]
    public Task Without_a_tag_every_commit_counts_from_zero() =>
        Expect("0.0.1-3", GitHubFlow, "commit; commit; commit");

    [Fact]
    public Task A_tagged_commit_has_its_tags_version() => Expect("1.2.3", GitHubFlow, "commit; tag v1.2.3");

    [Fact]
    public Task An_annotated_tag_counts_as_well() => Expect("1.2.3", GitHubFlow, "commit; annotated v1.2.3");

    [Fact]
    public Task Commits_after_a_release_lead_to_the_next_patch() =>
        Expect("1.2.4-3", GitHubFlow, "commit; tag v1.2.3; commit; commit; commit");

    [Fact]
    public Task A_branch_called_master_is_main() =>
        Expect("1.2.4-1", GitHubFlow, "on master; commit; tag v1.2.3; commit");

    [Fact]
    public Task The_highest_of_two_tags_counts_not_the_nearest() =>
        Expect("1.10.1-2", GitHubFlow, "commit; tag v1.10.0; commit; tag v1.9.1; commit");

    [Fact]
    public Task The_highest_of_two_tags_on_one_commit_counts() =>
        Expect("1.3.1-1", GitHubFlow, "commit; tag v1.2.3; tag v1.3.0; commit");

    [Fact]
    public Task Two_tags_on_the_commit_that_is_built_give_the_higher() =>
        Expect("1.3.0", GitHubFlow, "commit; tag v1.2.3; tag v1.3.0");

    [Fact]
    public Task A_release_beats_its_pre_release_on_one_commit() =>
        Expect("1.2.3", GitHubFlow, "commit; tag v1.2.3-beta.1; tag v1.2.3");

    [Fact]
    public Task A_tag_without_the_prefix_is_a_version() => Expect("1.2.4-1", GitHubFlow, "commit; tag 1.2.3; commit");

    [Fact]
    public Task A_tag_with_a_capital_prefix_is_a_version() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag V1.2.3; commit");

    [Fact]
    public Task A_tag_that_is_no_version_does_not_count() =>
        Expect("1.2.4-2", GitHubFlow, "commit; tag v1.2.3; commit; tag nightly; tag v2; tag release-9.9.9; commit");

    [Fact]
    public Task A_tag_with_a_leading_zero_is_no_version() =>
        Expect("0.0.1-2", GitHubFlow, "commit; tag v1.02.3; commit");

    [Fact]
    public Task A_tag_with_four_parts_is_no_version() => Expect("0.0.1-2", GitHubFlow, "commit; tag v1.2.3.4; commit");

    [Fact]
    public Task Build_metadata_of_a_tag_does_not_show() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3+build.7; commit");

    [Fact]
    public Task A_tagged_commit_with_build_metadata_shows_none() =>
        Expect("1.2.3", GitHubFlow, "commit; tag v1.2.3+build.7");

    [Fact]
    public Task A_tag_on_another_branch_that_is_not_merged_does_not_count() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; tag v9.0.0; on main; commit");

    [Fact]
    public Task A_numbered_pre_release_goes_on_counting() =>
        Expect("1.3.0-7", GitHubFlow, "commit; tag v1.3.0-5; commit; commit");

    [Fact]
    public Task A_numbered_pre_release_on_the_commit_is_the_version() =>
        Expect("1.3.0-5", GitHubFlow, "commit; tag v1.3.0-5");

    [Fact]
    public Task A_pre_release_with_a_foreign_label_lifts_the_numbers() =>
        Expect("1.3.0-3", GitHubFlow, "commit; tag v1.2.0; commit; tag v1.3.0-beta.1; commit; commit");

    [Fact]
    public Task A_pre_release_with_a_foreign_label_on_the_commit_is_not_the_version() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.0; commit; tag v1.3.0-beta.1");

    [Fact]
    public Task A_pre_release_with_a_foreign_label_alone_still_lifts() =>
        Expect("2.0.0-2", GitHubFlow, "commit; tag v2.0.0-rc.1; commit");

    [Fact]
    public Task From_pre_release_to_release() =>
        Expect("1.3.1-1", GitHubFlow, "commit; tag v1.3.0-beta.1; commit; tag v1.3.0; commit");

    [Fact]
    public Task Releases_on_one_line_count_from_the_last() =>
        Expect("1.1.2-2", GitHubFlow, "commit; tag v1.0.0; commit; tag v1.1.0; commit; tag v1.1.1; commit; commit");

    [Fact]
    public Task A_lower_tag_later_does_not_take_the_version_back() =>
        Expect("2.0.1-3", GitHubFlow, "commit; tag v2.0.0; commit; tag v1.0.1; commit; commit");

    [Fact]
    public Task A_merge_counts_the_merged_commits() =>
        Expect("1.2.4-3", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; commit; on main; merge feature/x");

    [Fact]
    public Task A_merge_after_main_went_on_counts_both_sides() =>
        Expect("1.2.4-3", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; on main; commit; merge feature/x");

    [Fact]
    public Task A_fast_forward_counts_like_commits() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; commit; on main; commit");

    [Fact]
    public Task A_tag_on_a_merge_is_the_version() =>
        Expect("1.3.0", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; tag v1.3.0");

    [Fact]
    public Task Commits_after_a_tag_on_a_merge_count_from_it() =>
        Expect(
            "1.3.1-1",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; tag v1.3.0; commit"
        );

    [Fact]
    public Task An_octopus_merge_counts_every_merged_commit() =>
        Expect(
            "1.2.4-3",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/a; commit; on feature/b; on main; on feature/b; commit; on main; merge feature/a,feature/b"
        );

    [Fact]
    public Task A_rebased_branch_counts_its_new_commits_only() =>
        Expect(
            "1.2.4-3",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/old; commit; on main; commit; on feature/new; commit; delete feature/old; on main; merge feature/new"
        );

    [Fact]
    public Task A_tag_in_merged_history_counts() =>
        Expect(
            "1.4.1-2",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit; tag v1.4.0; on main; commit; merge feature/x"
        );

    [Fact]
    public Task Unrelated_history_that_is_merged_counts() =>
        Expect("1.2.4-3", GitHubFlow, "commit; tag v1.2.3; start; on island; commit; commit; on main; merge island");

    [Fact]
    public Task A_major_release_after_minor_ones() =>
        Expect("2.0.1-1", GitHubFlow, "commit; tag v1.9.9; commit; tag v2.0.0; commit");

    [Fact]
    public Task A_version_above_nine_sorts_as_a_number() =>
        Expect("1.10.1-1", GitHubFlow, "commit; tag v1.9.0; commit; tag v1.10.0; commit");
}
