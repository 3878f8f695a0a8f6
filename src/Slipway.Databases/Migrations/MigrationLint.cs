using Slipway.Databases.Migrations.Rules;
using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations;

/// <summary>What was found in one migration.</summary>
/// <param name="Head">Null: it says of itself nothing that can be understood.</param>
/// <param name="Findings">What must not be so.</param>
/// <param name="Risks">What can hurt, whether it is allowed or not.</param>
public sealed record MigrationJudgment(
    MigrationScript Script,
    MigrationHead? Head,
    IReadOnlyList<MigrationFinding> Findings,
    IReadOnlyList<MigrationRisk> Risks
);

/// <summary>Judges migrations by their text alone.</summary>
public static class MigrationLint
{
    /// <param name="scripts">
    /// The migrations of one database, in their order: what the earlier ones declare is known to the later ones.
    /// </param>
    public static IReadOnlyList<MigrationJudgment> Judge(IEnumerable<MigrationScript> scripts)
    {
        var types = new ColumnTypes();
        return [.. scripts.Select(script => Judge(script, types))];
    }

    static MigrationJudgment Judge(MigrationScript script, ColumnTypes types)
    {
        var sql = SqlScript.Parse(script.Text, script.Dialect);
        // Half a script would be judged by what it does not say.
        if (sql.Fault is { } unreadable)
            return new MigrationJudgment(script, Head: null, [Finding(script, "unreadable", unreadable)], []);

        var (head, fault) = MigrationHead.Read(sql);
        var waivers = Waiver.ReadAll(sql);
        var risks = Risks(sql, types, waivers);
        // Without a phase it is judged as what is asked more of.
        var phase = head?.Phase ?? MigrationPhase.Expand;
        return new MigrationJudgment(
            script,
            head,
            [
                .. (fault is null ? [] : new[] { Finding(script, "phase", fault) })
                    .Concat(risks.Where(risk => IsForbidden(risk, phase)).Select(risk => Finding(script, risk)))
                    .Concat(WaiverCheck.Run(script, waivers, risks, phase))
                    .OrderBy(finding => finding.Line),
            ],
            risks
        );
    }

    internal static bool IsForbidden(MigrationRisk risk, MigrationPhase phase) =>
        risk.Allowed is null && !(risk.Danger == Danger.Destructive && phase == MigrationPhase.Contract);

    static List<MigrationRisk> Risks(SqlScript sql, ColumnTypes types, IReadOnlyList<Waiver> waivers)
    {
        var state = new ScriptState(sql, types);
        var rules = MigrationRules.Of(sql.Dialect).ToList();
        var risks = new List<MigrationRisk>();
        foreach (var statement in sql.Statements)
        {
            risks.AddRange(
                from rule in rules
                from hit in rule.Judge(statement, state)
                let waiver = waivers.FirstOrDefault(waiver => WaiverCheck.Covers(waiver, rule.Id, hit.Line, statement))
                select new MigrationRisk(hit.Line, rule.Id, rule.Danger, hit.What, waiver?.Reason)
            );
            state.Take(statement);
        }

        return risks;
    }

    static MigrationFinding Finding(MigrationScript script, string check, SqlFault fault) =>
        new(script.File, fault.Line, check, fault.Message);

    static MigrationFinding Finding(MigrationScript script, MigrationRisk risk)
    {
        var rule = MigrationRules.Of(script.Dialect).First(rule => rule.IsNamed(risk.Rule));
        return new MigrationFinding(script.File, risk.Line, risk.Rule, $"{risk.What}; {rule.Why}; {rule.Instead}");
    }
}
