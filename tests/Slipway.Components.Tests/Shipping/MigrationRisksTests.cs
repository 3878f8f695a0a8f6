using Slipway.Components.Shipping;

namespace Slipway.Components.Tests.Shipping;

public sealed class MigrationRisksTests
{
    [Fact]
    public void The_rules_of_its_database_judge_each_migration() =>
        MigrationRisks
            .Of(
                "sqlite",
                [
                    ("0002_tags", "-- phase: expand\nCREATE TABLE tags (id INTEGER);"),
                    ("0003_less", "-- phase: contract\n-- contract-after: 1.4.0\nDROP TABLE a;"),
                    ("0004_odd", "SELECT 'it"),
                ]
            )
            .Should()
            .BeEquivalentTo(
                new string[][]
                {
                    [],
                    ["drop-table: drops the table a"],
                    ["unreadable: the string that begins here is not closed"],
                },
                options => options.WithStrictOrdering()
            );

    [Fact]
    public void Postgres_has_rules_of_its_own() =>
        MigrationRisks
            .Of("postgres", [("0002_index", "-- phase: expand\nSET lock_timeout = 1;\nCREATE INDEX ON a (b);")])
            .Should()
            .BeEquivalentTo(new string[][] { ["create-index: builds an index on a, which has rows already"] });

    [Fact]
    public void A_database_without_rules_is_not_judged() =>
        MigrationRisks
            .Of("oracle", [("0001_begin", "")])
            .Should()
            .BeEquivalentTo(new string[][] { ["not judged: there are no rules for oracle"] });
}
