using Slipway.Databases.Migrations.Rules;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations;

/// <summary>A waiver must say what and why, and there must be something to waive: one that is left over hides the next.</summary>
static class WaiverCheck
{
    /// <summary>It stands above the line of the hit, or above the statement that the hit is in.</summary>
    public static bool Covers(Waiver waiver, string rule, int line, SqlStatement statement) =>
        waiver is { Reason: not null, Covers: { } covered }
        && string.Equals(waiver.Rule, rule, StringComparison.Ordinal)
        && (covered == line || covered == statement.Line);

    public static IEnumerable<MigrationFinding> Run(
        MigrationScript script,
        IEnumerable<Waiver> waivers,
        IReadOnlyList<MigrationRisk> risks,
        MigrationPhase phase
    ) =>
        from waiver in waivers
        let message = Fault(waiver, script.Dialect, risks, phase)
        where message is not null
        select new MigrationFinding(script.File, waiver.Line, "waiver", message);

    static string? Fault(Waiver waiver, SqlDialect dialect, IReadOnlyList<MigrationRisk> risks, MigrationPhase phase)
    {
        if (waiver.Rule is not { } id)
            return $"this is not understood: write '{Waiver.Form}'";
        if (MigrationRules.Of(dialect).FirstOrDefault(rule => rule.IsNamed(id)) is not { } rule)
            return $"there is no rule '{id}' here: the findings name the rules, and docs/migrations.md lists them";
        if (waiver.Reason is not { } reason)
            return $"it gives no reason: write '{Waiver.Form}'";
        if (rule.Danger == Danger.Destructive && phase == MigrationPhase.Contract)
            return $"a contract migration may do this: take the waiver of {id} away";
        return risks.Any(risk => IsOf(risk, id, reason))
            ? null
            : $"nothing below it breaks {id}: put it on the line above the statement, or take it away";
    }

    static bool IsOf(MigrationRisk risk, string rule, string reason) =>
        string.Equals(risk.Rule, rule, StringComparison.Ordinal)
        && string.Equals(risk.Allowed, reason, StringComparison.Ordinal);
}
