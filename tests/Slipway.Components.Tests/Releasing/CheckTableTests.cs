using Slipway.Components.Releasing;
using Slipway.Releases;

namespace Slipway.Components.Tests.Releasing;

public sealed class CheckTableTests
{
    [Fact]
    public void What_failed_is_a_reason_each_and_what_was_not_run_is_one() =>
        CheckTable
            .Reasons([
                Of("Tests", CheckAnswer.NotRun),
                Of("Secrets", CheckAnswer.Failed),
                Of("Coverage", CheckAnswer.NotRun),
                Of("Dependencies", CheckAnswer.NotChecked),
                Of("Documents", CheckAnswer.LeftOut),
                Of("Changelog", CheckAnswer.Passed),
            ])
            .Should()
            .Equal("Secrets: found", "Not run on this commit: Tests, Coverage. './build.sh Verify' runs them.");

    [Fact]
    public void Where_nothing_stands_against_it_there_is_none() =>
        CheckTable.Reasons([Of("Tests", CheckAnswer.Passed)]).Should().BeEmpty();

    static ReleaseCheck Of(string name, CheckAnswer answer) => new(name, answer, "found", "");
}
