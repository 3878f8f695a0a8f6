using Slipway.Components.Shipping;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Ci;

/// <summary>A plan as GitHub's Markdown: what somebody reads before they approve it.</summary>
static class PlanSummary
{
    /// <param name="environment">Null: it is not one of the build's own, and nobody has to approve.</param>
    public static string Of(Plan plan, EnvironmentSpec? environment)
    {
        var head = new MarkdownTable("plan", "environment", "from", "to", "strategy").Add(
            MarkdownTable.Code(plan.Digest),
            $"{plan.Environment} ({plan.Platform}, port {plan.Port})",
            PlanText.From(plan) ?? "nothing",
            plan.Wanted.ToString(),
            plan.Strategy
        );
        return plan.IsEmpty
            ? $"{head}\nIt is so already: there is nothing to do."
            : string.Join(
                "\n",
                new[] { head.ToString(), Migrations(plan), Steps(plan), Gates(plan, environment) }.OfType<string>()
            );
    }

    static string Steps(Plan plan)
    {
        var table = new MarkdownTable("#", "step", "");
        foreach (var (index, step) in plan.Steps.Index())
            table.Add(index + 1, step.Title, index == plan.PointOfNoReturn ? "users notice from here" : "");
        return table.ToString();
    }

    static string? Migrations(Plan plan)
    {
        if (!plan.Steps.Any(step => step is Migrate))
            return null;
        if (plan.Migrations is not { } migrations)
            return "Migrations: not known, this image does not tell them.\n";
        if (migrations.Pending.Count == 0)
            return "Migrations: none is pending.\n";
        var table = new MarkdownTable("migration", "phase", "can hurt");
        foreach (var migration in migrations.Pending)
        {
            table.Add(
                migration.Name,
                migration.Phase ?? "no phase",
                migration.Risks.Count == 0 ? "no" : string.Join("; ", migration.Risks)
            );
        }

        return table.ToString();
    }

    static string Gates(Plan plan, EnvironmentSpec? environment) =>
        "Gates:\n\n"
        + string.Join('\n', PlanText.Gates(plan, environment).Select(gate => $"- {MarkdownTable.Text(gate)}"));
}
