using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

public class VersionRuleTests
{
    [Theory]
    [InlineData("1.2.3", 0, "main", false, "1.2.3")]
    [InlineData("1.2.3", 0, "feature/x", false, "1.2.3")]
    [InlineData("1.2.3", 0, "main", true, "1.2.3+dirty")]
    [InlineData("1.2.3", 3, "main", false, "1.2.4-3")]
    [InlineData("1.2.3", 3, "master", false, "1.2.4-3")]
    [InlineData("1.2.3", 3, "main", true, "1.2.4-3+dirty")]
    [InlineData("1.2.3", 3, "feature/x", false, "1.2.4-feature-x.3")]
    [InlineData("1.2.3", 3, null, false, "1.2.4-detached.3")]
    [InlineData("1.2.3+build.7", 3, "main", true, "1.2.4-3+dirty")]
    [InlineData("1.2.3+build.7", 0, "main", true, "1.2.3+build.7.dirty")]
    [InlineData("1.3.0-rc.1", 0, "main", false, "1.3.0-rc.1")]
    [InlineData("1.3.0-rc.1", 3, "main", false, "1.3.0-rc.1.3")]
    [InlineData("1.3.0-rc.1", 3, "feature/x", false, "1.3.0-feature-x.3")]
    [InlineData(null, 7, "main", false, "0.1.0-7")]
    [InlineData(null, 7, "feature/x", true, "0.1.0-feature-x.7+dirty")]
    public void The_version_follows_from_tag_distance_branch_and_tree(
        string? tag,
        int distance,
        string? branch,
        bool dirty,
        string expected
    ) =>
        VersionRule
            .Decide(tag is null ? null : SemanticVersion.Parse(tag), distance, branch, dirty)
            .ToString()
            .Should()
            .Be(expected);

    [Theory]
    [InlineData("feature/x", "feature-x")]
    [InlineData("feature/007", "feature-007")]
    [InlineData("007", "branch-007")]
    [InlineData("画像", "branch")]
    [InlineData("dependabot/npm_and_yarn/x@1.2", "dependabot-npm-and-yarn-x-1-2")]
    [InlineData("-odd-", "odd")]
    public void A_branch_becomes_one_identifier(string branch, string expected) =>
        BranchLabel.Of(branch).Should().Be(expected);

    [Fact]
    public void Any_branch_gives_a_valid_version_after_the_tag() =>
        Prop.ForAll<NonNull<string>, PositiveInt>(
                (branch, distance) =>
                {
                    var tag = new SemanticVersion(1, 2, 3);
                    var version = VersionRule.Decide(tag, distance.Get, branch.Get, isDirty: false);
                    return SemanticVersion.Parse(version.ToString()) == version
                        && version > tag
                        && version < new SemanticVersion(1, 2, 4)
                        && version.ToString().Length < 128;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void On_main_more_commits_mean_a_higher_version() =>
        Prop.ForAll(
                Gen.Zip(SemanticVersionTests.Versions(), Gen.Choose(0, 1000)).ToArbitrary(),
                given =>
                    VersionRule.Decide(given.Item1, given.Item2 + 1, "main", isDirty: false)
                    > VersionRule.Decide(given.Item1, given.Item2, "main", isDirty: false)
            )
            .QuickCheckThrowOnFailure();
}
