namespace Slipway.Reporting.Terminal;

/// <summary>One line for each event, for logs: readable alone, whatever other lines stand between.</summary>
static class PlainLines
{
    /// <param name="state">As the event left it.</param>
    public static string Of(ProgressEvent progress, RunState state) =>
        Printable
            .Line(
                progress switch
                {
                    RunStarted run => run.Title,
                    StageStarted stage => $"{Head(stage, stage.Id, state)} ...",
                    StageProgressed stage => $"{Head(stage, stage.Id, state)}: {stage.Text}",
                    StageFinished stage =>
                        $"{Head(stage, stage.Id, state)} {End(stage.Outcome, state.Find(stage.Id)!.Duration(stage.At), stage.Detail)}",
                    Noted note => $"{Clock(note, state)} {note.Text}",
                    RunFinished run =>
                        $"{Clock(run, state)} {state.Title} {End(run.Outcome, run.At - state.Started, run.Detail)}",
                    _ => progress.ToString(),
                }
            )
            .TrimEnd();

    static string Head(ProgressEvent progress, string id, RunState state) =>
        $"{Clock(progress, state)} {string.Join(" > ", state.PathOf(id))}";

    static string Clock(ProgressEvent progress, RunState state)
    {
        var since = progress.At - state.Started;
        return $"[{(int)since.TotalMinutes:00}:{since.Seconds:00}]";
    }

    static string End(StageOutcome outcome, TimeSpan duration, string? detail)
    {
        var word = outcome switch
        {
            StageOutcome.Succeeded => $"done in {DurationText.Of(duration)}",
            StageOutcome.Failed => $"FAILED after {DurationText.Of(duration)}",
            StageOutcome.Skipped => "skipped",
            StageOutcome.Cancelled => $"cancelled after {DurationText.Of(duration)}",
            _ => "waits",
        };
        return string.IsNullOrEmpty(detail) ? word : $"{word}: {detail}";
    }
}
