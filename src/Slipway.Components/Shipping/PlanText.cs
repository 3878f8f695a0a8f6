using Serilog;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Shipping;

/// <summary>A plan as a person reads it.</summary>
static class PlanText
{
    const string PointOfNoReturn = "  ← the point of no return: users notice from here";

    /// <param name="environment">Tells what the plan alone does not: who must approve it.</param>
    public static void Show(Plan plan, EnvironmentSpec environment)
    {
        foreach (var line in Lines(plan, environment))
            Log.Information("{Line:l}", line);
    }

    public static IEnumerable<string> Lines(Plan plan, EnvironmentSpec environment)
    {
        yield return $"Plan {plan.Digest}";
        yield return $"  {plan.Environment} ({plan.Platform}, port {plan.Port}, {plan.Strategy}): {From(plan) ?? "nothing"} → {plan.Wanted}";
        if (plan.IsEmpty)
        {
            yield return "  It is so already: there is nothing to do.";
            yield break;
        }

        foreach (var line in MigrationText.Lines(plan))
            yield return line;
        yield return "  steps:";
        foreach (var (index, step) in plan.Steps.Index())
            yield return $"  {index + 1}. {step.Title}{(index == plan.PointOfNoReturn ? PointOfNoReturn : "")}";
        yield return $"  gates: {string.Join("; ", Gates(plan, environment))}";
    }

    /// <summary>The version that serves in the plan's world; null: none.</summary>
    public static string? From(Plan plan) =>
        new[] { plan.Observed.Blue, plan.Observed.Green }
            .Where(slot => slot.Traffic > 0)
            .MaxBy(slot => slot.Traffic)
            ?.Version;

    /// <summary>What must hold on the way.</summary>
    /// <param name="environment">Null: nobody has to approve.</param>
    public static IEnumerable<string> Gates(Plan plan, EnvironmentSpec? environment)
    {
        yield return "the image's digest";
        foreach (var step in plan.Steps)
        {
            if (step is AwaitReady ready)
                yield return $"every instance ready within {ready.LimitSeconds} s";
            else if (step is Smoke smoke)
                yield return $"{smoke.Checks.Count} {(smoke.Checks.Count == 1 ? "smoke check" : "smoke checks")} {(smoke.Via == Via.Preview ? "unseen" : "at the public address")}";
            else if (step is Bake bake)
                yield return Text(bake);
        }

        if (environment?.RequiresApproval == true && plan.Purpose == Purpose.Deploy)
            yield return Approval(environment);
    }

    static string Text(Bake bake)
    {
        var (budget, old) = (bake.Budget, bake.Old.Name());
        return $"{bake.New.Name()} bakes for {bake.Seconds} s: no more errors than {old} and its p99 at most {budget.P99Percent} % "
            + $"of {old}'s, at {budget.ConfidencePercent} % confidence; at once back at {budget.HardLimitPercent} percentage "
            + $"points more errors; below {budget.MinimumRequests} requests not judged, which "
            + (budget.WhenNotJudged == NotJudgedPolicy.Fail ? "fails" : "proceeds");
    }

    static string Approval(EnvironmentSpec environment)
    {
        var people = environment.Approval.People == 1 ? "one person" : "two people";
        return $"approval by {people}{(environment.Approval.NeverTheAuthor ? ", never the commit's author" : "")}";
    }
}
