namespace Slipway.Releases.Tests;

/// <summary>What a configuration changes.</summary>
public class ConfiguredTests : ConformanceTests
{
    [Fact]
    public Task No_file_means_GitFlow() => Expect("1.3.0-alpha.1", null, "commit; tag v1.2.3; on develop; commit");

    [Fact]
    public Task No_file_on_main_counts_commits() =>
        Expect("1.2.4-3", null, "commit; tag v1.2.3; commit; commit; commit");

    [Fact]
    public Task Next_version_counts_where_it_is_higher() =>
        Expect("2.0.0-1", GitHubFlow + "next-version: 2.0.0\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task Next_version_is_passed_once_it_is_released() =>
        Expect("2.0.1-1", GitHubFlow + "next-version: 2.0.0\n", "commit; tag v2.0.0; commit");

    [Fact]
    public Task Next_version_below_the_tags_does_not_count() =>
        Expect("1.2.4-1", GitHubFlow + "next-version: 1.0.0\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task Next_version_before_the_first_tag() =>
        Expect("0.1.0-2", GitHubFlow + "next-version: 0.1.0\n", "commit; commit");

    [Fact]
    public Task Next_version_on_a_feature_branch() =>
        Expect("2.0.0-x.1+1", GitHubFlow + "next-version: 2.0.0\n", "commit; tag v1.2.3; on feature/x; commit");

    [Fact]
    public Task Next_version_with_a_pre_release_of_the_label() =>
        Expect("2.0.0-x.5+1", GitHubFlow + "next-version: 2.0.0-x.5\n", "commit; tag v1.2.3; on feature/x; commit");

    [Fact]
    public Task Next_version_with_a_foreign_pre_release_does_not_count() =>
        Expect("1.2.4-1", GitHubFlow + "next-version: 2.0.0-x.5\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task Next_version_loosely_read() =>
        Expect(
            "3.1.0-1",
            GitHubFlow + "next-version: 3.1\nsemantic-version-format: Loose\n",
            "commit; tag v1.2.3; commit"
        );

    [Fact]
    public Task Continuous_deployment_has_no_pre_releases() =>
        Expect(
            "1.2.4",
            GitHubFlow + "mode: ContinuousDeployment\nbranches:\n  main:\n    mode: ContinuousDeployment\n",
            "commit; tag v1.2.3; commit; commit"
        );

    [Fact]
    public Task Manual_deployment_counts_commits_in_the_metadata() =>
        Expect("1.2.4-1+2", GitHubFlow + "mode: ManualDeployment\n", "commit; tag v1.2.3; commit; commit");

    [Fact]
    public Task A_tag_prefix_of_ones_own() =>
        Expect("1.2.4-1", GitHubFlow + "tag-prefix: app-\n", "commit; tag app-1.2.3; tag v9.0.0; commit");

    [Fact]
    public Task A_tag_prefix_that_must_be_there() =>
        Expect("1.2.4-2", GitHubFlow + "tag-prefix: v\n", "commit; tag v1.2.3; commit; tag 2.0.0; commit");

    [Fact]
    public Task A_tag_prefix_with_alternatives() =>
        Expect("1.2.4-1", GitHubFlow + "tag-prefix: '[vV]|release/'\n", "commit; tag release/1.2.3; commit");

    [Fact]
    public Task A_loose_format_reads_short_tags() =>
        Expect("2.0.1-1", GitHubFlow + "semantic-version-format: Loose\n", "commit; tag v2; commit");

    [Fact]
    public Task A_loose_format_reads_four_parts() =>
        Expect("1.2.4-1", GitHubFlow + "semantic-version-format: Loose\n", "commit; tag v1.2.3.4; commit");

    [Fact]
    public Task A_loose_format_reads_a_release_branchs_two_numbers() =>
        Expect(
            "2.0.0-beta.1+1",
            GitHubFlow + "semantic-version-format: Loose\n",
            "commit; tag v1.2.3; on release/2.0; commit"
        );

    [Fact]
    public Task Main_raises_the_minor_when_configured() =>
        Expect("1.3.0-1", GitHubFlow + "branches:\n  main:\n    increment: Minor\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task Main_raises_nothing_when_configured() =>
        Expect("1.2.3-1", GitHubFlow + "branches:\n  main:\n    increment: None\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task Main_with_a_label() =>
        Expect("1.2.4-ci.2", GitHubFlow + "branches:\n  main:\n    label: ci\n", "commit; tag v1.2.3; commit; commit");

    [Fact]
    public Task A_tag_with_mains_own_label_goes_on() =>
        Expect("1.3.0-ci.5", GitHubFlow + "branches:\n  main:\n    label: ci\n", "commit; tag v1.3.0-ci.4; commit");

    [Fact]
    public Task A_tagged_main_commit_is_raised_when_configured() =>
        Expect(
            "1.2.4-0",
            GitHubFlow + "branches:\n  main:\n    prevent-increment:\n      when-current-commit-tagged: false\n",
            "commit; tag v1.2.3"
        );

    [Fact]
    public Task A_merged_release_branch_is_raised_when_configured() =>
        Expect(
            "2.0.1-2",
            GitHubFlow + "branches:\n  main:\n    prevent-increment:\n      of-merged-branch: false\n",
            "commit; tag v1.2.3; on release/2.0.0; commit; on main; merge release/2.0.0"
        );

    [Fact]
    public Task A_trunk_of_another_name() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "branches:\n  main:\n    regex: ^trunk$\n",
            "on trunk; commit; tag v1.2.3; commit"
        );

    [Fact]
    public Task A_branch_kind_of_ones_own() =>
        Expect(
            "1.3.0-t-a.2",
            GitHubFlow
                + "branches:\n  task:\n    regex: ^task/(?<Name>.+)\n    label: t-{Name}\n    increment: Minor\n    source-branches: [main]\n",
            "commit; tag v1.2.3; on task/a; commit; commit"
        );

    [Fact]
    public Task A_branch_kind_of_ones_own_without_an_increment_raises_nothing() =>
        Expect(
            "1.2.3-t.1",
            GitHubFlow + "branches:\n  task:\n    regex: ^task/\n    label: t\n    source-branches: [main]\n",
            "commit; tag v1.2.3; on task/a; commit"
        );

    [Fact]
    public Task A_branch_kind_that_is_a_source_of_another() =>
        Expect(
            "2.0.0-x.1+2",
            GitHubFlow
                + "branches:\n  base:\n    regex: ^base/\n    label: base\n    increment: Major\n    source-branches: [main]\n    is-source-branch-for: [feature]\n",
            "commit; tag v1.2.3; on base/a; commit; on feature/x; commit"
        );

    [Fact]
    public Task Ignored_commits_do_not_count() =>
        Expect(
            "0.0.1-1",
            GitHubFlow + "ignore:\n  commits-before: 2026-01-01T00:02:30\n",
            "commit; tag v1.2.3; commit; commit"
        );

    [Fact]
    public Task An_ignored_tag_does_not_count() =>
        Expect(
            "1.0.1-1",
            GitHubFlow + "ignore:\n  commits-before: 2026-01-01T00:01:30\n",
            "commit; tag v5.0.0; commit; commit; tag v1.0.0; commit"
        );

    [Fact]
    public Task Only_some_strategies() =>
        Expect(
            "1.2.4-1",
            GitHubFlow + "strategies: [TaggedCommit]\n",
            "commit; tag v1.2.3; commit Merge branch 'release/2.3.0'"
        );

    [Fact]
    public Task Strategies_without_tags_fall_back() =>
        Expect("1.2.3-1", GitHubFlow + "strategies: [Fallback]\n", "commit; tag v1.2.3; commit");

    [Fact]
    public Task The_name_of_a_branch_in_any_case() =>
        Expect("1.2.4-X.1+1", GitHubFlow, "commit; tag v1.2.3; on Feature/X; commit");

    [Fact]
    public Task Tracking_merge_targets_on_main() =>
        Expect(
            "1.4.1-y.1+1",
            GitHubFlow + "branches:\n  feature:\n    track-merge-target: true\n",
            "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; tag v1.4.0; on feature/y; commit"
        );

    [Fact]
    public Task A_label_from_the_environment_otherwise() =>
        Expect(
            "1.2.4-none.1+1",
            GitHubFlow + "branches:\n  feature:\n    label: '{env:SLIPWAY_UNSET ?? \"none\"}'\n",
            "commit; tag v1.2.3; on feature/x; commit"
        );
}
