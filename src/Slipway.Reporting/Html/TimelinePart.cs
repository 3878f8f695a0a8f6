namespace Slipway.Reporting.Html;

/// <summary>The stages, each with its place in the run as a bar.</summary>
static class TimelinePart
{
    const double Width = 1000;

    /// <summary>A stage of no time is still seen.</summary>
    const double LeastWidth = 4;

    public static Markup Of(DeployReportModel model) =>
        model.Stages is not { Count: > 0 } stages
            ? Section.NotRun("Stages")
            : Section.Of(
                "Stages",
                Markup.Of($"""<ol class="timeline">{stages.Select(stage => Row(stage, model))}</ol>"""),
                Markup.Of($"{DurationText.Of(model.Finished - model.Started)} in all")
            );

    static Markup Row(ReportStage stage, DeployReportModel model)
    {
        var length = (stage.Finished ?? model.Finished) - stage.Started;
        return Markup.Of(
            $"""
            <li class="{OutcomeWords.ClassOf(stage.Outcome)} depth{Math.Clamp(stage.Depth, 0, 3)}">
            <span class="name">{stage.Title}{Detail(stage)}</span>
            {Bar(stage.Started - model.Started, length, model.Finished - model.Started)}
            <span class="time">{Time(stage, length)}</span>
            </li>
            """
        );
    }

    static string Time(ReportStage stage, TimeSpan length) =>
        stage.Outcome is StageOutcome.Skipped or StageOutcome.Waiting
            ? OutcomeWords.Of(stage.Outcome)
            : DurationText.Of(length);

    static Markup Detail(ReportStage stage) =>
        string.IsNullOrEmpty(stage.Detail) ? Markup.None : Markup.Of($"<small>{stage.Detail}</small>");

    static Markup Bar(TimeSpan start, TimeSpan length, TimeSpan total)
    {
        var scale = total > TimeSpan.Zero ? Width / total.Ticks : 0;
        var width = Math.Clamp(length.Ticks * scale, LeastWidth, Width);
        var left = Math.Clamp(start.Ticks * scale, 0, Width - width);
        return Markup.Of(
            $"""
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="10" /><rect class="bar" x="{left:0.##}" width="{width:0.##}" height="10" /></svg>
            """
        );
    }
}
