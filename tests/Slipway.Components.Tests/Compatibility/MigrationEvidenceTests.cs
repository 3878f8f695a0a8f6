using Slipway.Components.Compatibility;
using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Sql;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Tests.Compatibility;

public sealed class MigrationEvidenceTests
{
    const string Contract = "-- phase: contract\n-- contract-after: 1.4.0\nDROP TABLE a;\n";
    const string Expand = "-- phase: expand\nCREATE TABLE a (id int);\n";

    [Fact]
    public void A_new_migration_that_contracts_needs_a_minor_once_for_all_databases()
    {
        var evidence = Of(
            [],
            ("db/postgres/0001_more.sql", Expand),
            ("db/postgres/0002_less.sql", Contract),
            ("db/sqlite/0002_less.sql", Contract)
        );

        evidence
            .Findings.Should()
            .Equal(
                new Finding(
                    "migration-contracts",
                    Bump.Minor,
                    "db/postgres/0002_less.sql",
                    "0002_less contracts: no way back before 1.4.0"
                )
            );
        evidence.Summary.Should().Be("2 new, 1 that contracts");
    }

    [Fact]
    public void What_the_release_has_needs_nothing()
    {
        var evidence = Of(["db/postgres/0002_less.sql"], ("db/postgres/0002_less.sql", Contract));

        (evidence.IsChecked, evidence.Summary, evidence.Needs)
            .Should()
            .Be((true, "0 new, none that contracts", Bump.None));
    }

    [Fact]
    public void One_that_does_not_say_its_phase_is_not_checked()
    {
        var evidence = Of([], ("db/postgres/0001_more.sql", "CREATE TABLE a (id int);"));

        (evidence.IsChecked, evidence.Summary)
            .Should()
            .Be((false, "1 new, none that contracts; 1 do not say their phase"));
    }

    static Evidence Of(string[] released, params (string File, string Sql)[] scripts) =>
        MigrationEvidence.Of(
            MigrationLint.Judge(
                scripts.Select(script => new MigrationScript(script.File, SqlDialect.PostgreSql, script.Sql))
            ),
            released
        );
}
