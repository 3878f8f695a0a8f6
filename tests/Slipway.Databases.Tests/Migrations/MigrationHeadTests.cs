using Slipway.Databases.Migrations;
using Slipway.Databases.Tests.Migrations.Rules;

namespace Slipway.Databases.Tests.Migrations;

public sealed class MigrationHeadTests
{
    [Fact]
    public void A_migration_says_its_phase_above_its_first_statement()
    {
        Judgments.Of("-- phase: expand\nSELECT 1;").Head.Should().Be(new MigrationHead(MigrationPhase.Expand, null));
        Judgments
            .Of("/* Why. */\n--  phase:  contract \n\n-- contract-after: 1.4.0\nSELECT 1;")
            .Head.Should()
            .Be(new MigrationHead(MigrationPhase.Contract, "1.4.0"));
    }

    [Theory]
    [InlineData("SELECT 1;", 1, "the script does not say its phase: write '-- phase: expand' above*")]
    [InlineData("", 1, "the script does not say its phase*")]
    [InlineData("SELECT 1;\n-- phase: expand", 1, "the script does not say its phase*")]
    [InlineData("/* phase: expand */ SELECT 1;", 1, "the script does not say its phase*")]
    [InlineData("-- phase: expand\n-- phase: contract\nSELECT 1;", 2, "the phase is said twice*")]
    [InlineData("-- why\n-- phase: shrink\nSELECT 1;", 2, "'shrink' is no phase: write*")]
    [InlineData(
        "-- phase: contract\nSELECT 1;",
        1,
        "a contract migration names the release*'-- contract-after: 1.4.0' below"
    )]
    [InlineData("-- phase: contract\n-- contract-after: next\nSELECT 1;", 2, "'next' is no release*")]
    [InlineData("-- phase: contract\n-- contract-after: 1.4.0-rc.1\nSELECT 1;", 2, "'1.4.0-rc.1' is no release*")]
    [InlineData(
        "-- phase: expand\n-- contract-after: 1.4.0\nSELECT 1;",
        2,
        "an expand migration waits for no release*"
    )]
    [InlineData(
        "-- phase: contract\n-- contract-after: 1.4.0\n-- contract-after: 1.5.0\nSELECT 1;",
        3,
        "the release is said twice*"
    )]
    public void A_head_that_is_not_understood_says_what_to_write(string script, int line, string message)
    {
        var judgment = Judgments.Of(script);

        judgment.Head.Should().BeNull();
        var finding = judgment.Findings.Should().ContainSingle().Which;
        (finding.Rule, finding.Line).Should().Be(("phase", line));
        finding.Message.Should().Match(message);
    }
}
