using Slipway.Reporting;

namespace Slipway.Components.Tests;

public sealed class WorkTests
{
    readonly RunRecord _record = new();

    [Fact]
    public void Stages_are_kept_for_the_report_below_their_target()
    {
        var answer = Work.Show(
            _record,
            "Tests",
            progress => progress.Stage("first", () => 42, found => (StageOutcome.Succeeded, $"found {found}"))
        );

        answer.Should().Be(42);
        var stage = _record.Stages.Should().ContainSingle().Subject;
        (stage.Title, stage.Depth, stage.Outcome, stage.Detail)
            .Should()
            .Be(("first", 1, StageOutcome.Succeeded, "found 42"));
    }

    [Fact]
    public async Task Work_that_is_a_part_of_its_target_stands_above_its_stages()
    {
        await Work.ShowAsync(
            _record,
            "staging",
            progress => Task.FromResult(progress.Stage("first", () => 42, _ => (StageOutcome.Waiting, null))),
            isPart: true
        );

        _record
            .Stages.Select(stage => (stage.Title, stage.Depth, stage.Outcome))
            .Should()
            .Equal(("staging", 1, StageOutcome.Waiting), ("first", 2, StageOutcome.Waiting));
    }

    [Fact]
    public void A_stage_that_throws_has_failed_and_is_kept_too()
    {
        var working = () =>
            Work.Show(
                _record,
                "Tests",
                progress =>
                    progress.Stage<int>(
                        "first",
                        () => throw new BuildException("no such file"),
                        _ => (StageOutcome.Succeeded, null)
                    )
            );

        working.Should().Throw<BuildException>();
        var stage = _record.Stages.Should().ContainSingle().Subject;
        (stage.Outcome, stage.Detail).Should().Be((StageOutcome.Failed, "no such file"));
    }
}
