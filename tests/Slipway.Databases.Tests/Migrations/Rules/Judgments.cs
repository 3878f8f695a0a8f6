using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations.Rules;

/// <summary>What the lint says of a migration that comes behind <see cref="Gallery"/>.</summary>
static class Judgments
{
    public static MigrationJudgment Of(string sql, SqlDialect dialect = SqlDialect.PostgreSql) =>
        MigrationLint.Judge([
            new MigrationScript(
                "0001_gallery.sql",
                dialect,
                dialect == SqlDialect.PostgreSql ? Gallery.Postgres : Gallery.Sqlite
            ),
            new MigrationScript("0002_next.sql", dialect, sql),
        ])[1];

    /// <summary>The rules that an expand migration breaks which limits how long it waits for locks.</summary>
    public static IEnumerable<string> RulesBrokenBy(string sql, SqlDialect dialect = SqlDialect.PostgreSql) =>
        Of(
            dialect == SqlDialect.PostgreSql
                ? $"-- phase: expand\nSET LOCAL lock_timeout = '2s';\n{sql};"
                : $"-- phase: expand\n{sql};",
            dialect
        )
            .Findings.Select(finding => finding.Rule);
}
