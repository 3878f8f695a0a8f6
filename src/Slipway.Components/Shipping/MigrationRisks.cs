using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Components.Shipping;

/// <summary>What an image's pending migrations do that can hurt, by the rules that <c>Lint</c> judges by.</summary>
static class MigrationRisks
{
    /// <inheritdoc cref="Platforms.Local.MigrationJudge"/>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        string database,
        IReadOnlyList<(string Name, string Sql)> pending
    ) =>
        Dialect(database) is { } dialect
            ?
            [
                .. MigrationLint
                    .Judge(pending.Select(one => new MigrationScript(one.Name + ".sql", dialect, one.Sql)))
                    .Select(Of),
            ]
            : [.. pending.Select(_ => (IReadOnlyList<string>)[$"not judged: there are no rules for {database}"])];

    static IReadOnlyList<string> Of(MigrationJudgment judgment) =>
        [
            .. judgment
                .Findings.Where(finding => finding.Rule is "unreadable" or "phase")
                .Select(finding => $"{finding.Rule}: {finding.Message}"),
            .. judgment.Risks.Select(risk => risk.ToString()),
        ];

    static SqlDialect? Dialect(string database) =>
        database switch
        {
            "postgres" => SqlDialect.PostgreSql,
            "sqlite" => SqlDialect.Sqlite,
            _ => null,
        };
}
