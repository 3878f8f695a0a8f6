using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Tests.Terminal;

public class PlainProgressTests
{
    [Fact]
    public void Each_event_is_one_line_that_can_be_read_alone()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Deploy TinyGallery");
        run.Progress.StageStarted("verify", null, "Verify");
        run.Progress.StageStarted("sqlite", "verify", "TestSqlite");
        run.Time.Advance(TimeSpan.FromSeconds(12));
        run.Progress.StageProgress("sqlite", "12 of 40");
        run.Time.Advance(TimeSpan.FromSeconds(53));
        run.Progress.StageFinished("sqlite", StageOutcome.Succeeded);
        run.Progress.StageFinished("verify", StageOutcome.Failed, "coverage 84.9 %");
        run.Progress.StageStarted("image", null, "Image");
        run.Progress.StageFinished("image", StageOutcome.Skipped, "Verify failed");
        run.Progress.RunFinished(StageOutcome.Failed);

        run.Lines.Should()
            .Equal(
                "Deploy TinyGallery",
                "[00:00] Verify ...",
                "[00:00] Verify > TestSqlite ...",
                "[00:12] Verify > TestSqlite: 12 of 40",
                "[01:05] Verify > TestSqlite done in 1 min 05 s",
                "[01:05] Verify FAILED after 1 min 05 s: coverage 84.9 %",
                "[01:05] Image ...",
                "[01:05] Image skipped: Verify failed",
                "[01:05] Deploy TinyGallery FAILED after 1 min 05 s"
            );
    }

    [Fact]
    public void Stages_that_run_side_by_side_are_told_apart()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Tests");
        run.Progress.StageStarted("slow", null, "slow");
        run.Progress.StageStarted("quick", null, "quick");
        run.Time.Advance(TimeSpan.FromSeconds(12));
        run.Progress.StageFinished("quick", StageOutcome.Succeeded, "3 passed");
        run.Time.Advance(TimeSpan.FromSeconds(8));
        run.Progress.StageFinished("slow", StageOutcome.Failed, "1 failed");

        run.Lines.Should()
            .Equal(
                "Tests",
                "[00:00] slow ...",
                "[00:00] quick ...",
                "[00:12] quick done in 12 s: 3 passed",
                "[00:20] slow FAILED after 20 s: 1 failed"
            );
    }

    [Fact]
    public void What_was_cancelled_says_after_which_time()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Jobs");
        run.Progress.StageStarted("long", null, "long");
        run.Time.Advance(TimeSpan.FromSeconds(12));
        run.Progress.StageFinished("long", StageOutcome.Cancelled, "the run was cancelled");
        run.Progress.RunFinished(StageOutcome.Cancelled);

        run.Lines[2..]
            .Should()
            .Equal("[00:12] long cancelled after 12 s: the run was cancelled", "[00:12] Jobs cancelled after 12 s");
    }

    [Fact]
    public void A_run_that_waits_says_for_what()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Deploy");
        run.Progress.RunFinished(StageOutcome.Waiting, "production waits for its approval");

        run.Lines[^1].Should().Be("[00:00] Deploy waits: production waits for its approval");
    }

    [Fact]
    public void What_is_only_said_is_one_line()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("production");
        run.Progress.Note("a", "Waiting for an approval of plan abcdef123456", StageOutcome.Waiting);
        run.Progress.RunFinished(StageOutcome.Waiting);

        run.Lines.Should()
            .Equal("production", "[00:00] Waiting for an approval of plan abcdef123456", "[00:00] production waits");
    }

    [Fact]
    public void A_text_of_another_program_cannot_break_the_line_or_drive_the_terminal()
    {
        var run = new RecordedRun();
        run.Progress.RunStarted("Deploy");
        run.Progress.StageStarted("a", null, "A");
        run.Progress.StageProgress("a", "one\ntwo\u001b[2Jthree");

        run.Lines[^1].Should().Be("[00:00] A: one two [2Jthree");
    }

    [Fact]
    public void After_disposal_nothing_is_written()
    {
        using var output = new StringWriter();
        var sink = new PlainProgress(output);
        sink.Dispose();

        sink.Report(new RunStarted(default, "late"));

        output.ToString().Should().BeEmpty();
    }
}
