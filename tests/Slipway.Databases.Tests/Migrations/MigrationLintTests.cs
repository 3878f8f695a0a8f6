using FsCheck;
using FsCheck.Fluent;
using Slipway.Databases.Migrations.Sql;
using Slipway.Databases.Tests.Migrations.Rules;

namespace Slipway.Databases.Tests.Migrations;

public sealed class MigrationLintTests
{
    const string Contract = "-- phase: contract\n-- contract-after: 1.4.0\n";
    const string Limit = "SET LOCAL lock_timeout = '2s';\n";

    [Fact]
    public void A_finding_says_where_what_why_and_what_to_do_instead() =>
        Judgments
            .Of($"-- phase: expand\n{Limit}\n-- Nobody needs them.\nDROP TABLE photos;")
            .Findings.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be(
                "0002_next.sql(5): drop-table: drops the table photos; the live revision may still use it, and its rows are "
                    + "gone for good; stop using it in one release and drop it in a contract migration of a later one."
            );

    [Fact]
    public void Each_action_of_one_statement_has_its_own_line() =>
        Judgments
            .Of($"-- phase: expand\n{Limit}ALTER TABLE photos\n  DROP COLUMN caption,\n  DROP COLUMN title;")
            .Findings.Select(finding => (finding.Line, finding.Rule))
            .Should()
            .Equal((4, "drop-column"), (5, "drop-column"));

    [Fact]
    public void A_contract_migration_may_destroy_and_still_not_block()
    {
        Judgments.Of($"{Contract}{Limit}DROP TABLE photos;").Findings.Should().BeEmpty();
        Rules($"{Contract}{Limit}ALTER TABLE photos ADD PRIMARY KEY (id);").Should().Equal("add-primary-key");
    }

    [Fact]
    public void What_a_migration_does_is_a_risk_whether_it_is_allowed_or_not()
    {
        Judgments
            .Of($"{Contract}{Limit}DROP TABLE photos;")
            .Risks.Select(risk => risk.ToString())
            .Should()
            .Equal("drop-table: drops the table photos");
        Judgments
            .Of($"-- phase: expand\n{Limit}-- lint: allow drop-table because it was never used\nDROP TABLE photos;")
            .Risks.Select(risk => risk.ToString())
            .Should()
            .Equal("drop-table: drops the table photos (allowed because it was never used)");
    }

    [Theory]
    [InlineData("SET LOCAL lock_timeout = '2s';")]
    [InlineData("set lock_timeout to 2000;")]
    [InlineData("SET SESSION lock_timeout = '1min';")]
    public void A_script_that_limits_its_waiting_may_lock(string limit) =>
        Rules($"-- phase: expand\n{limit}\nALTER TABLE photos ADD COLUMN n int;").Should().BeEmpty();

    [Theory]
    [InlineData("ALTER TABLE photos ADD COLUMN n int; ALTER TABLE albums ADD COLUMN n int;")]
    [InlineData("ALTER TABLE photos ADD COLUMN n int; SET LOCAL lock_timeout = '2s';")]
    [InlineData("SET lock_timeout = 0; ALTER TABLE photos ADD COLUMN n int;")]
    [InlineData("CREATE TABLE tags (photo int REFERENCES photos);")]
    [InlineData("CREATE TABLE year2 PARTITION OF years FOR VALUES IN (2);")]
    [InlineData("CREATE TRIGGER a BEFORE UPDATE OF title ON photos EXECUTE FUNCTION nothing();")]
    public void A_script_that_waits_without_a_limit_is_told_once(string sql) =>
        Rules($"-- phase: expand\n{sql}").Should().Equal("lock-timeout");

    [Theory]
    [InlineData(
        "CREATE TABLE tags (id int PRIMARY KEY); CREATE TABLE uses (tag int REFERENCES tags); DROP TABLE uses;"
    )]
    [InlineData("CREATE TABLE IF NOT EXISTS tags (id int);")]
    [InlineData("INSERT INTO albums VALUES (1000, 1);")]
    public void Nobody_waits_for_what_is_new(string sql) => Rules($"-- phase: expand\n{sql}").Should().BeEmpty();

    [Fact]
    public void A_table_that_may_have_been_there_is_not_new() =>
        Rules($"-- phase: expand\n{Limit}CREATE TABLE IF NOT EXISTS photos (id int);\nCREATE INDEX ON photos (id);")
            .Should()
            .Equal("create-index");

    [Theory]
    [InlineData("BEGIN")]
    [InlineData("START TRANSACTION")]
    [InlineData("COMMIT")]
    [InlineData("END")]
    [InlineData("ROLLBACK")]
    public void A_migration_does_not_end_its_transaction(string sql) =>
        Rules($"-- phase: expand\n{sql};").Should().Equal("transaction-control");

    [Fact]
    public void A_script_that_cannot_be_read_is_one_finding() =>
        Judgments
            .Of("DROP TABLE photos;\nSELECT 'it;\nDROP TABLE albums;")
            .Findings.Select(finding => finding.ToString())
            .Should()
            .Equal("0002_next.sql(2): unreadable: the string that begins here is not closed.");

    [Fact]
    public void Any_text_is_judged()
    {
        string[] words =
        [
            .. PostgresExamples.Bad.Select(example => example.Sql).SelectMany(sql => sql.Split(' ')).Distinct(),
            "-- lint: allow drop-table because\n",
            "-- phase: expand\n",
            "(",
            ")",
            ",",
            ";",
            "'",
        ];
        var scripts = Gen.Elements(words).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();
        Prop.ForAll(
                scripts,
                Gen.Elements(SqlDialect.PostgreSql, SqlDialect.Sqlite).ToArbitrary(),
                (script, dialect) => Judgments.Of(script, dialect).Findings.Count >= 0
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40));
    }

    static IEnumerable<string> Rules(string script) => Judgments.Of(script).Findings.Select(finding => finding.Rule);
}
