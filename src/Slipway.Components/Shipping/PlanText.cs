using Serilog;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Shipping;

/// <summary>A plan as a person reads it.</summary>
static class PlanText
{
    public static void Show(Plan plan)
    {
        foreach (var line in Lines(plan))
            Log.Information("{Line:l}", line);
    }

    public static IEnumerable<string> Lines(Plan plan)
    {
        yield return $"Plan {plan.Digest}";
        yield return $"  {plan.Environment} ({plan.Platform}, port {plan.Port}, {plan.Strategy}): {From(plan) ?? "nothing"} → {plan.Wanted}";
        foreach (var line in MigrationText.Lines(plan))
            yield return line;
        foreach (var (step, index) in plan.Steps.Select((step, index) => (step, index)))
            yield return $"  {index + 1}. {step.Title}{(index == plan.PointOfNoReturn ? "  ← users notice from here" : "")}";
    }

    /// <summary>The version that serves in the plan's world; null: none.</summary>
    public static string? From(Plan plan) =>
        new[] { plan.Observed.Blue, plan.Observed.Green }.FirstOrDefault(slot => slot.Traffic > 0)?.Version;
}
