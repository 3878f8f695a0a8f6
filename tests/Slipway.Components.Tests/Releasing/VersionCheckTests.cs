using Slipway.Components.Releasing;
using Slipway.Releases;

namespace Slipway.Components.Tests.Releasing;

public sealed class VersionCheckTests
{
    static readonly SemanticVersion s_calculated = new(1, 0, 1);
    static readonly SemanticVersion s_given = new(2, 0, 0);

    [Fact]
    public void What_was_found_of_the_version_counts() =>
        Of(CheckAnswer.Failed, "1.0.1", s_calculated).Answer.Should().Be(CheckAnswer.Failed);

    [Fact]
    public void What_an_older_build_kept_without_a_version_counts() =>
        Of(CheckAnswer.Passed, judged: null, s_calculated).Answer.Should().Be(CheckAnswer.Passed);

    [Theory]
    [InlineData(CheckAnswer.Passed)]
    [InlineData(CheckAnswer.Failed)]
    public void What_was_found_of_another_version_is_no_answer(CheckAnswer answer)
    {
        var check = Of(answer, "1.0.1", s_given);

        check.Answer.Should().Be(CheckAnswer.NotChecked);
        check.Detail.Should().Be("1.0.1 was judged, not 2.0.0: './build.sh ValidateVersion --release-version 2.0.0'");
    }

    [Fact]
    public void Where_nothing_was_judged_the_command_is_said() =>
        VersionCheck
            .Of(new CommitChecks("c", []), s_calculated, s_calculated, "checks")
            .Should()
            .BeEquivalentTo(
                new { Answer = CheckAnswer.NotChecked, Detail = "'./build.sh ValidateVersion' judges the number" }
            );

    static ReleaseCheck Of(CheckAnswer answer, string? judged, SemanticVersion released) =>
        VersionCheck.Of(
            new CommitChecks(
                "c",
                [new KeptCheck("Version", answer, "found", DateTimeOffset.UnixEpoch) { Version = judged }]
            ),
            released,
            s_calculated,
            "checks"
        );
}
