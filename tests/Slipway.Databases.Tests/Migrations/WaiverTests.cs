using Slipway.Databases.Tests.Migrations.Rules;

namespace Slipway.Databases.Tests.Migrations;

public sealed class WaiverTests
{
    const string Head = "-- phase: expand\nSET LOCAL lock_timeout = '2s';\n";

    [Theory]
    [InlineData("-- lint: allow drop-column because it was never released\nALTER TABLE photos DROP COLUMN title;")]
    [InlineData("ALTER TABLE photos\n  -- lint: allow drop-column because it was never released\n  DROP COLUMN title;")]
    [InlineData(
        "-- lint: allow drop-column because it was never released\n-- More.\nALTER TABLE photos\n  DROP COLUMN title;"
    )]
    public void A_finding_is_waived_on_the_line_above_with_a_reason(string sql) =>
        Judgments.Of(Head + sql).Findings.Should().BeEmpty();

    [Fact]
    public void A_waiver_covers_its_own_rule_and_its_own_statement() =>
        Messages(
                "-- lint: allow drop-column because it was never released\nALTER TABLE photos DROP COLUMN title, ADD PRIMARY KEY (id);\n"
                    + "ALTER TABLE photos DROP COLUMN caption;"
            )
            .Select(finding => (finding.Line, finding.Rule))
            .Should()
            .Equal((4, "add-primary-key"), (5, "drop-column"));

    [Theory]
    [InlineData("-- lint: allow drop-column\nALTER TABLE photos DROP COLUMN title;", "it gives no reason: write*")]
    [InlineData("-- lint: allow drop-column because\nALTER TABLE photos DROP COLUMN title;", "*")]
    [InlineData("-- lint: ignore\nALTER TABLE photos DROP COLUMN title;", "this is not understood: write*")]
    [InlineData(
        "-- lint: allow drop-colum because of x\nALTER TABLE photos DROP COLUMN title;",
        "there is no rule 'drop-colum'*"
    )]
    [InlineData(
        "-- lint: allow rebuild-table because of x\nALTER TABLE photos DROP COLUMN title;",
        "there is no rule*"
    )]
    [InlineData(
        "-- lint: allow drop-column because of x\n\nALTER TABLE photos DROP COLUMN title;",
        "nothing below it breaks drop-column*"
    )]
    [InlineData(
        "SELECT 1; -- lint: allow drop-column because of x\nALTER TABLE photos DROP COLUMN title;",
        "nothing below it*"
    )]
    public void A_waiver_that_waives_nothing_is_a_finding_too(string sql, string message)
    {
        var findings = Messages(sql).ToList();

        findings.Select(finding => finding.Rule).Should().BeEquivalentTo("waiver", "drop-column");
        findings.Single(finding => finding.Rule is "waiver").Message.Should().Match(message);
    }

    [Fact]
    public void A_contract_migration_needs_no_waiver_for_what_it_is_for() =>
        Judgments
            .Of(
                "-- phase: contract\n-- contract-after: 1.4.0\nSET LOCAL lock_timeout = '2s';\n"
                    + "-- lint: allow drop-table because nobody uses it\nDROP TABLE photos;"
            )
            .Findings.Select(finding => finding.Message)
            .Should()
            .Equal("a contract migration may do this: take the waiver of drop-table away");

    static IReadOnlyList<Slipway.Databases.Migrations.MigrationFinding> Messages(string sql) =>
        Judgments.Of(Head + sql).Findings;
}
