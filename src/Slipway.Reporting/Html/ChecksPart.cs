namespace Slipway.Reporting.Html;

/// <summary>The other judgments: what was checked, and what was not.</summary>
static class ChecksPart
{
    public static Markup Of(DeployReportModel model) =>
        model.Checks is not { Count: > 0 } checks
            ? Section.NotRun("Checks")
            : Section.Of("Checks", Markup.Of($"""<ul class="checks">{checks.Select(Item)}</ul>"""));

    static Markup Item(ReportCheck check) =>
        Markup.Of(
            $"""<li><span class="badge {OutcomeWords.ClassOf(check.Outcome)}">{Word(check.Outcome)}</span> <strong>{check.Name}</strong> {check.Text}</li>"""
        );

    static string Word(StageOutcome outcome) =>
        outcome is StageOutcome.Skipped ? "not checked" : OutcomeWords.Of(outcome);
}
