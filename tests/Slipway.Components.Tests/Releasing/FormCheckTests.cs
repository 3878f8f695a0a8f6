using Slipway.Components.Releasing;
using Slipway.Releases;

namespace Slipway.Components.Tests.Releasing;

public sealed class FormCheckTests
{
    static readonly ReleaseWorld s_world = new() { Branch = "main", Head = new string('c', 40) };

    [Fact]
    public void A_changelog_in_form_passes() =>
        FormCheck
            .Of(s_world)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Answer = CheckAnswer.Passed,
                    Detail = "in form",
                    Source = "CHANGELOG.md of cccccccccccc",
                }
            );

    [Theory]
    [InlineData(
        "CHANGELOG.md:5: the entry is empty",
        "1 finding: CHANGELOG.md:5: the entry is empty ('./build.sh Changelog' checks it)"
    )]
    [InlineData(
        "CHANGELOG.md:5: the entry is empty|CHANGELOG.md:9: no date",
        "2 findings: CHANGELOG.md:5: the entry is empty ('./build.sh Changelog' lists the others)"
    )]
    public void What_is_wrong_is_told_with_its_line_and_the_command_that_goes_on(string findings, string told)
    {
        var check = FormCheck.Of(s_world with { Findings = findings.Split('|') });

        (check.Answer, check.Detail).Should().Be((CheckAnswer.Failed, told));
    }
}
