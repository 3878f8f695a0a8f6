namespace Slipway.Reporting.Html;

/// <summary>Outcomes as words and as the page's classes.</summary>
static class OutcomeWords
{
    public static string Of(StageOutcome? outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => "succeeded",
            StageOutcome.Failed => "failed",
            StageOutcome.Skipped => "skipped",
            StageOutcome.Waiting => "waiting",
            StageOutcome.Cancelled => "cancelled",
            _ => "unfinished",
        };

    /// <summary>good, bad, idle or wait: each has one colour.</summary>
    public static string ClassOf(StageOutcome? outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => "good",
            StageOutcome.Failed => "bad",
            StageOutcome.Waiting or StageOutcome.Cancelled => "wait",
            _ => "idle",
        };

    public static Markup Badge(StageOutcome? outcome) =>
        Markup.Of($"""<span class="badge {ClassOf(outcome)}">{Of(outcome)}</span>""");
}
