namespace Slipway.Releases.Tests;

/// <summary>Increments that messages ask for.</summary>
public class CommitMessagesTests : ConformanceTests
{
    [Fact]
    public Task Semver_major_raises_the_major() =>
        Expect("2.0.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: major");

    [Fact]
    public Task Semver_breaking_raises_the_major() =>
        Expect("2.0.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: breaking");

    [Fact]
    public Task Semver_minor_raises_the_minor() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: minor");

    [Fact]
    public Task Semver_feature_raises_the_minor() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: feature");

    [Fact]
    public Task Semver_patch_raises_the_patch() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: patch");

    [Fact]
    public Task Semver_fix_raises_the_patch() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: fix");

    [Fact]
    public Task The_space_behind_the_colon_can_be_left_out() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver:minor");

    [Fact]
    public Task Two_spaces_behind_the_colon_are_too_many() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver:  minor");

    [Fact]
    public Task The_words_count_in_any_case() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit a +SemVer: MINOR");

    [Fact]
    public Task The_highest_of_several_messages_counts() =>
        Expect(
            "2.0.0-3",
            GitHubFlow,
            "commit; tag v1.2.3; commit a +semver: minor; commit b +semver: major; commit c +semver: patch"
        );

    [Fact]
    public Task The_message_can_ask_in_its_body() =>
        Expect("1.3.0-1", GitHubFlow, "commit; tag v1.2.3; commit title\\n\\nbody +semver: minor");

    [Fact]
    public Task Messages_before_the_last_tag_do_not_count() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.0.0; commit a +semver: major; tag v1.2.3; commit");

    [Fact]
    public Task The_message_of_the_tagged_commit_does_not_count_again() =>
        Expect("1.2.4-1", GitHubFlow, "commit a +semver: major; tag v1.2.3; commit");

    [Fact]
    public Task None_does_not_cancel_the_branches_own_increment() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: none");

    [Fact]
    public Task Skip_does_not_cancel_the_branches_own_increment() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: skip");

    [Fact]
    public Task None_beats_others_in_one_commit() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit a +semver: none +semver: major");

    [Fact]
    public Task None_in_one_commit_does_not_silence_another() =>
        Expect("2.0.0-2", GitHubFlow, "commit; tag v1.2.3; commit a +semver: major; commit b +semver: none");

    [Fact]
    public Task A_merged_branch_brings_its_messages() =>
        Expect(
            "1.3.0-2",
            GitHubFlow,
            "commit; tag v1.2.3; on feature/x; commit a +semver: minor; on main; merge feature/x"
        );

    [Fact]
    public Task Disabled_messages_do_not_count() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "commit-message-incrementing: Disabled\n",
            "commit; tag v1.2.3; commit a +semver: major"
        );

    [Fact]
    public Task Of_merges_only_merges_count() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "commit-message-incrementing: MergeMessageOnly\n",
            "commit; tag v1.2.3; commit a +semver: major"
        );

    [Fact]
    public Task Of_merges_only_the_merges_own_message_counts() =>
        Expect(
            "1.3.0-2",
            GitHubFlow + "commit-message-incrementing: MergeMessageOnly\n",
            "commit; tag v1.2.3; on feature/x; commit a; on main; merge feature/x Merge it +semver: minor"
        );

    [Fact]
    public Task A_configured_pattern_replaces_the_usual_one() =>
        Expect(
            "1.3.0-1",
            GitHubFlow + "minor-version-bump-message: '^feat(\\(.*\\))?:'\n",
            "commit; tag v1.2.3; commit feat: a"
        );

    [Fact]
    public Task With_a_configured_pattern_the_usual_one_is_nothing() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "minor-version-bump-message: '^feat:'\n",
            "commit; tag v1.2.3; commit a +semver: minor"
        );

    [Fact]
    public Task Conventional_breaking_changes_by_pattern() =>
        Expect(
            "2.0.0-1",
            GitHubFlow + "major-version-bump-message: '^(feat|fix)!:'\nminor-version-bump-message: '^feat:'\n",
            "commit; tag v1.2.3; commit feat!: a"
        );

    [Fact]
    public Task A_pattern_matches_in_any_case() =>
        Expect("1.3.0-1", GitHubFlow + "minor-version-bump-message: '^feat:'\n", "commit; tag v1.2.3; commit FEAT: a");

    [Fact]
    public Task A_configured_no_bump_pattern() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "no-bump-message: '\\[no\\]'\n",
            "commit; tag v1.2.3; commit a +semver: major [no]"
        );

    [Fact]
    public Task A_message_raises_the_version_of_a_pre_release_tag_not_again() =>
        Expect("1.3.0-6", GitHubFlow, "commit; tag v1.3.0-5; commit a +semver: major");

    [Fact]
    public Task Messages_count_on_a_feature_branch() =>
        Expect("1.3.0-x.1+1", GitHubFlow, "commit; tag v1.2.3; on feature/x; commit a +semver: minor");

    [Fact]
    public Task Messages_of_main_before_the_branch_count_for_a_feature_branch() =>
        Expect("2.0.0-x.1+2", GitHubFlow, "commit; tag v1.2.3; commit a +semver: major; on feature/x; commit");

    [Fact]
    public Task A_message_before_the_first_tag_counts_where_there_is_no_tag() =>
        Expect("0.1.0-2", GitHubFlow, "commit a +semver: minor; commit");

    [Fact]
    public Task Major_without_any_tag_is_one() => Expect("1.0.0-2", GitHubFlow, "commit a +semver: major; commit");
}
