namespace Slipway.Releases.Tests;

/// <summary>Each commit a version.</summary>
public class TrunkBasedTests : ConformanceTests
{
    [Fact]
    public Task Each_commit_on_main_is_a_version() => Expect("1.2.5", TrunkBased, "commit; tag v1.2.3; commit; commit");

    [Fact]
    public Task Without_a_tag_each_commit_is_a_version() => Expect("0.0.3", TrunkBased, "commit; commit; commit");

    [Fact]
    public Task A_tagged_commit_is_its_version() => Expect("1.2.3", TrunkBased, "commit; tag v1.2.3");

    [Fact]
    public Task A_pre_release_tag_loses_its_label_when_deployed() =>
        Expect("1.3.0", TrunkBased, "commit; tag v1.3.0-1");

    [Fact]
    public Task A_message_raises_one_commit() =>
        Expect("1.3.1", TrunkBased, "commit; tag v1.2.3; commit a +semver: minor; commit");

    [Fact]
    public Task Two_messages_raise_twice() =>
        Expect("1.4.0", TrunkBased, "commit; tag v1.2.3; commit a +semver: minor; commit b +semver: minor");

    [Fact]
    public Task A_major_message_among_others() =>
        Expect("2.0.1", TrunkBased, "commit; tag v1.2.3; commit; commit a +semver: major; commit");

    [Fact]
    public Task A_feature_branch_raises_the_minor() =>
        Expect("1.3.0-x.1", TrunkBased, "commit; tag v1.2.3; on feature/x; commit");

    [Fact]
    public Task A_feature_branch_without_a_commit() =>
        Expect("1.3.0-x.0", TrunkBased, "commit; tag v1.2.3; on feature/x");

    [Fact]
    public Task A_feature_branch_after_untagged_commits() =>
        Expect("1.3.0-x.1", TrunkBased, "commit; tag v1.2.3; commit; commit; on feature/x; commit");

    [Fact]
    public Task A_merged_feature_raises_the_minor_once() =>
        Expect("1.3.0", TrunkBased, "commit; tag v1.2.3; on feature/x; commit; commit; on main; merge feature/x");

    [Fact]
    public Task Commits_after_a_merged_feature_raise_patches() =>
        Expect("1.3.1", TrunkBased, "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; commit");

    [Fact]
    public Task Two_merged_features_raise_twice() =>
        Expect(
            "1.4.0",
            TrunkBased,
            "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; on feature/y; commit; on main; merge feature/y"
        );

    [Fact]
    public Task A_merged_hotfix_raises_the_patch() =>
        Expect("1.2.4", TrunkBased, "commit; tag v1.2.3; on hotfix/x; commit; on main; merge hotfix/x");

    [Fact]
    public Task A_hotfix_branch() => Expect("1.2.4-x.2", TrunkBased, "commit; tag v1.2.3; on hotfix/x; commit; commit");

    [Fact]
    public Task A_merged_unknown_branch_raises_the_patch() =>
        Expect("1.2.4", TrunkBased, "commit; tag v1.2.3; on odd; commit; on main; merge odd");

    [Fact]
    public Task A_message_on_a_feature_branch_raises_more() =>
        Expect("2.0.0-x.1", TrunkBased, "commit; tag v1.2.3; on feature/x; commit a +semver: major");

    [Fact]
    public Task A_merged_feature_with_a_major_message() =>
        Expect(
            "2.0.0",
            TrunkBased,
            "commit; tag v1.2.3; on feature/x; commit a +semver: major; on main; merge feature/x"
        );

    [Fact]
    public Task A_feature_branch_that_main_was_merged_into_is_trunk_again() =>
        Expect(
            "1.3.0-x.2",
            TrunkBased,
            "commit; tag v1.2.3; on feature/x; commit; on main; commit; on feature/x; merge main"
        );

    [Fact]
    public Task A_tag_on_a_feature_branch_ends_the_walk() =>
        Expect("1.3.0-x.2", TrunkBased, "commit; tag v1.2.3; on feature/x; commit; tag v1.3.0-x.1; commit");

    [Fact]
    public Task A_release_tagged_on_a_merge() =>
        Expect(
            "2.0.1",
            TrunkBased,
            "commit; tag v1.2.3; on feature/x; commit; on main; merge feature/x; tag v2.0.0; commit"
        );

    [Fact]
    public Task A_pre_release_of_another_label_lifts_the_trunk() =>
        Expect("1.3.1", TrunkBased, "commit; tag v1.2.0; commit; tag v1.3.0-beta.1; commit");

    [Fact]
    public Task Next_version_on_trunk() => Expect("2.0.0", TrunkBased + "next-version: 2.0.0\n", "commit; commit");
}
