namespace Slipway.Reporting.Html;

/// <summary>The plan: from which revision to which, by what steps.</summary>
static class PlanPart
{
    public static Markup Of(DeployReportModel model) =>
        model.Plan is not { } plan
            ? Section.NotRun("Plan")
            : Section.Of(
                $"Plan for {plan.Environment}",
                Markup.Of(
                    $"""
                    <p class="move"><span>{plan.From
                        ?? "nothing"}</span> <span class="arrow">→</span> <strong>{plan.To}</strong> <small>{plan.Strategy}</small></p>
                    <ol class="steps">{plan.Steps.Select(Step)}</ol>
                    <p><small>digest</small> <code>{plan.Digest}</code></p>
                    """
                ),
                Markup.Of($"{plan.Steps.Count} steps")
            );

    static Markup Step(ReportStep step) =>
        Markup.Of(
            $"<li>{step.Title}{(step.Detail is null ? Markup.None : Markup.Of($" <small>{step.Detail}</small>"))}</li>"
        );
}
