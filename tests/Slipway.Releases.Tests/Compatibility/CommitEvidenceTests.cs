using System.Globalization;
using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class CommitEvidenceTests
{
    [Fact]
    public void A_feature_needs_a_minor_and_a_fix_a_patch() =>
        Of("feat(albums): covers", "fix: typo", "docs: more")
            .Findings.Select(finding => (finding.Rule, finding.Needs, finding.What))
            .Should()
            .Equal(("commit-feat", Bump.Minor, "feat(albums): covers"), ("commit-fix", Bump.Patch, "fix: typo"));

    [Theory]
    [InlineData("feat!: other paths", "other paths")]
    [InlineData("chore: a\n\nBREAKING CHANGE: the key is needed", "the key is needed")]
    [InlineData("No form\n\nBREAKING CHANGE: the key is needed", "the key is needed")]
    public void A_breaking_change_needs_a_major_and_says_what(string message, string what)
    {
        var finding = Of(message).Findings.Should().ContainSingle().Which;

        (finding.Rule, finding.Needs, finding.What).Should().Be(("commit-breaking", Bump.Major, what));
        finding.Where.Should().Be("100000000000", "twelve digits tell a commit");
    }

    [Fact]
    public void What_is_not_conventional_is_not_judged_and_counted()
    {
        var evidence = Of("fix: typo", "Change something");

        evidence.IsChecked.Should().BeTrue();
        evidence.Summary.Should().Be("2 since the last release; 1 not judged: not conventional");
        Of("fix: typo").Summary.Should().Be("1 since the last release");
        Of("Change something").Should().BeEquivalentTo(new { IsChecked = false, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public void What_was_taken_back_is_as_if_it_had_never_been()
    {
        Commit[] commits =
        [
            new("c2", "Revert \"feat!: b\"\n\nThis reverts commit b000000000000."),
            new("b0", "feat!: b"),
            new("a0", "fix: a"),
        ];

        CommitEvidence.Of(Written(commits)).Findings.Select(finding => finding.What).Should().Equal("fix: a");
    }

    [Fact]
    public void When_all_was_taken_back_that_is_known_and_needs_nothing() =>
        Of("Revert \"feat: b\"", "feat: b")
            .Should()
            .BeEquivalentTo(new { IsChecked = true, Findings = Array.Empty<Finding>() });

    [Fact]
    public void A_revert_without_an_id_takes_back_the_newest_of_that_name() =>
        Of("Revert \"feat: b\"", "feat: b", "feat: c", "feat: b")
            .Findings.Select(finding => (finding.What, finding.Where[0]))
            .Should()
            .Equal(("feat: c", '3'), ("feat: b", '4'));

    [Fact]
    public void One_revert_can_take_back_several()
    {
        Commit[] commits =
        [
            new("d0", "revert: both\n\nRefs: b000000, a000000"),
            new("c0", "fix: c"),
            new("b0", "feat: b"),
            new("a0", "feat: a"),
        ];

        CommitEvidence.Of(Written(commits)).Findings.Select(finding => finding.What).Should().Equal("fix: c");
    }

    [Fact]
    public void What_was_taken_back_and_put_in_again_counts()
    {
        Commit[] commits =
        [
            new("d0", "Revert \"Revert \"feat: b\"\"\n\nThis reverts commit c000000000000."),
            new("c0", "Revert \"feat: b\"\n\nThis reverts commit b000000000000."),
            new("b0", "feat: b"),
        ];

        CommitEvidence.Of(Written(commits)).Findings.Select(finding => finding.What).Should().Equal("feat: b");
    }

    [Fact]
    public void Without_commits_nothing_is_checked() => Of().IsChecked.Should().BeFalse();

    static Evidence Of(params string[] messages) =>
        CommitEvidence.Of(
            Written([
                .. messages.Select(
                    (message, index) => new Commit((index + 1).ToString(CultureInfo.InvariantCulture), message)
                ),
            ])
        );

    static IReadOnlyList<Releases.Commit> Written(IEnumerable<Commit> commits) =>
        [
            .. commits.Select(commit => new Releases.Commit(
                commit.Start.PadRight(40, '0'),
                [],
                "Test",
                "test@example.org",
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch,
                commit.Message
            )),
        ];

    sealed record Commit(string Start, string Message);
}
