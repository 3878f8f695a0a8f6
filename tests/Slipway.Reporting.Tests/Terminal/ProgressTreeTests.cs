using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Tests.Terminal;

public class ProgressTreeTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_runs_and_what_failed_is_open_and_what_succeeded_is_one_line() =>
        Draw(unicode: true)
            .Should()
            .Equal(
                "Deploy 20 s",
                "├── ✔ Verify 5.0 s  all good",
                "├── ✘ Image 2.0 s",
                "│   └── ✘ Layer [1] 1.0 s  disk full",
                "├── – Push 0.0 s",
                "├── ⏸ Production 0.0 s  waits for approval",
                "├── ⊘ Review 0.0 s  the run was cancelled",
                "└── ⠋ Staging 13 s",
                "    └── ⠋ Start green 12 s  instance 1 of 2"
            );

    [Fact]
    public void A_terminal_without_Unicode_gets_words() =>
        Draw(unicode: false)
            .Should()
            .Equal(
                "Deploy 20 s",
                "|-- ok Verify 5.0 s  all good",
                "|-- FAILED Image 2.0 s",
                "|   `-- FAILED Layer [1] 1.0 s  disk full",
                "|-- - Push 0.0 s",
                "|-- .. Production 0.0 s  waits for approval",
                "|-- cancelled Review 0.0 s  the run was cancelled",
                "`-- | Staging 13 s",
                "    `-- | Start green 12 s  instance 1 of 2"
            );

    [Fact]
    public void What_runs_side_by_side_is_open_at_the_same_time()
    {
        var state = new ProgressEvent[]
        {
            new RunStarted(Start, "Tests"),
            new StageStarted(Start, "slow", null, "slow"),
            new StageStarted(Start, "quick", null, "quick"),
            new StageFinished(Start.AddSeconds(12), "quick", StageOutcome.Succeeded, "3 passed"),
            new StageStarted(Start.AddSeconds(12), "next", null, "next"),
        }.Aggregate(RunState.Empty, (before, progress) => before.With(progress));

        Draw(state, unicode: true)
            .Should()
            .Equal("Tests 20 s", "├── ⠋ slow 20 s", "├── ✔ quick 12 s  3 passed", "└── ⠋ next 8.0 s");
    }

    [Theory]
    [InlineData(true, "└── ⏸ Waiting for an approval")]
    [InlineData(false, "`-- .. Waiting for an approval")]
    public void What_is_only_said_has_no_duration(bool unicode, string line)
    {
        var state = RunState
            .Empty.With(new RunStarted(Start, "production"))
            .With(new Noted(Start, "note", "Waiting for an approval", StageOutcome.Waiting));

        Draw(state, unicode).Should().Equal("production 20 s", line);
    }

    [Theory]
    [InlineData(StageOutcome.Succeeded, "32m")]
    [InlineData(StageOutcome.Failed, "91m")]
    [InlineData(StageOutcome.Waiting, "93m")]
    [InlineData(StageOutcome.Cancelled, "93m")]
    public void Colours_mean_outcomes(StageOutcome outcome, string colour)
    {
        var console = new TestConsole(ansi: true);
        var state = RunState
            .Empty.With(new RunStarted(Start, "Deploy"))
            .With(new RunFinished(Start.AddSeconds(1), outcome, null));

        console.Console.Write(ProgressTree.Of(state, Start, unicode: true));

        console.Output.Should().Contain($"{colour}Deploy");
    }

    static string[] Draw(bool unicode) => Draw(Sample(), unicode);

    static string[] Draw(RunState state, bool unicode)
    {
        var console = new TestConsole(ansi: false);
        console.Console.Write(ProgressTree.Of(state, Start.AddSeconds(20), unicode));
        return console.Lines;
    }

    static RunState Sample() =>
        new ProgressEvent[]
        {
            new RunStarted(Start, "Deploy"),
            new StageStarted(Start, "verify", null, "Verify"),
            new StageStarted(Start, "lint", "verify", "Lint"),
            new StageFinished(Start.AddSeconds(4), "lint", StageOutcome.Succeeded, null),
            new StageFinished(Start.AddSeconds(5), "verify", StageOutcome.Succeeded, "all good"),
            new StageStarted(Start.AddSeconds(5), "image", null, "Image"),
            new StageStarted(Start.AddSeconds(6), "layer", "image", "Layer [1]"),
            new StageFinished(Start.AddSeconds(7), "layer", StageOutcome.Failed, "disk full"),
            new StageFinished(Start.AddSeconds(7), "image", StageOutcome.Failed, null),
            new StageStarted(Start.AddSeconds(7), "push", null, "Push"),
            new StageFinished(Start.AddSeconds(7), "push", StageOutcome.Skipped, null),
            new StageStarted(Start.AddSeconds(7), "production", null, "Production"),
            new StageFinished(Start.AddSeconds(7), "production", StageOutcome.Waiting, "waits for approval"),
            new StageStarted(Start.AddSeconds(7), "review", null, "Review"),
            new StageFinished(Start.AddSeconds(7), "review", StageOutcome.Cancelled, "the run was cancelled"),
            new StageStarted(Start.AddSeconds(7), "staging", null, "Staging"),
            new StageStarted(Start.AddSeconds(8), "green", "staging", "Start green"),
            new StageProgressed(Start.AddSeconds(9), "green", "instance 1 of 2"),
        }.Aggregate(RunState.Empty, (state, progress) => state.With(progress));
}
