using Slipway.Reporting.Html;
using Slipway.Reporting.Tests.Terminal;

namespace Slipway.Reporting.Tests.Html;

public class ReportStagesTests
{
    [Fact]
    public void Parts_follow_their_stage_one_level_deeper()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Deploy");
        run.Progress.StageStarted("verify", null, "Verify");
        run.Progress.StageStarted("image", null, "Image");
        run.Progress.StageStarted("lint", "verify", "Lint");
        run.Progress.StageFinished("lint", StageOutcome.Succeeded, "no finding");

        ReportStages
            .Of(run.Progress.State)
            .Select(stage => (stage.Title, stage.Depth, stage.Outcome, stage.Detail))
            .Should()
            .Equal(
                ("Verify", 0, null, null),
                ("Lint", 1, StageOutcome.Succeeded, "no finding"),
                ("Image", 0, null, null)
            );
    }
}
