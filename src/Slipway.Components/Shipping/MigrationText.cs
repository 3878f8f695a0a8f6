using Slipway.Delivery.Plans;

namespace Slipway.Components.Shipping;

/// <summary>What a plan migrates, as a person reads it.</summary>
static class MigrationText
{
    public static IEnumerable<string> Lines(Plan plan)
    {
        if (!plan.Steps.Any(step => step is Migrate))
            yield break;
        if (plan.Migrations is not { } migrations)
        {
            yield return "  migrations: not known, this image does not tell them";
            yield break;
        }

        if (migrations.Pending.Count == 0)
            yield return "  migrations: none is pending";
        foreach (var migration in migrations.Pending)
        {
            yield return $"  migration {migration.Name} ({migration.Phase ?? "no phase"})"
                + (migration.Risks.Count == 0 ? "" : ", which can hurt:");
            foreach (var risk in migration.Risks)
                yield return $"    {risk}";
        }
    }
}
