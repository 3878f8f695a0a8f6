using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations.Sql;

public sealed class SqlPatternTests
{
    [Theory]
    [InlineData("drop table a")]
    [InlineData("DROP TABLE IF EXISTS a CASCADE")]
    [InlineData("DROP /* really */ VIEW a")]
    public void A_statement_matches_whatever_it_leaves_out_and_however_it_is_written(string sql) =>
        Match("DROP TABLE|VIEW [IF EXISTS] @name", sql)!.Name("name")!.Name.Should().Be("a");

    [Theory]
    [InlineData("DROP INDEX a")]
    [InlineData("DROP TABLE")]
    [InlineData("SELECT 'DROP TABLE a'")]
    [InlineData("\"DROP\" TABLE a")]
    public void Another_statement_does_not(string sql) =>
        Match("DROP TABLE|VIEW [IF EXISTS] @name", sql).Should().BeNull();

    [Fact]
    public void A_list_takes_every_name() =>
        Match("DROP TABLE @name,", "DROP TABLE a, s.b, \"C d\" CASCADE")!
            .Names("name")
            .Should()
            .Equal(new SqlName(null, "a"), new SqlName("s", "b"), new SqlName(null, "C d"));

    [Fact]
    public void A_name_that_may_be_left_out_does_not_swallow_the_keyword_behind_it()
    {
        var pattern = "CREATE INDEX [@index] ON @table";

        Match(pattern, "CREATE INDEX ON t (a)")!.Name("index").Should().BeNull();
        Match(pattern, "CREATE INDEX i ON t (a)")!.Name("index")!.Name.Should().Be("i");
    }

    [Fact]
    public void Names_are_compared_as_the_database_does()
    {
        Match("DROP TABLE @name", "DROP TABLE Photos")!.Name("name")!.Name.Should().Be("photos");
        Match("DROP TABLE @name", "DROP TABLE \"Pho\"\"tos\"")!.Name("name")!.Name.Should().Be("Pho\"tos");
        Match("DROP TABLE @name", "DROP TABLE [Photos]", SqlDialect.Sqlite)!.Name("name")!.Name.Should().Be("photos");
        Match("DROP TABLE @name", "DROP TABLE 'Photos'", SqlDialect.Sqlite)!.Name("name")!.Name.Should().Be("photos");
    }

    [Fact]
    public void A_name_without_a_schema_may_be_in_any()
    {
        new SqlName(null, "a").MayBe(new SqlName("s", "a")).Should().BeTrue();
        new SqlName("r", "a").MayBe(new SqlName("s", "a")).Should().BeFalse();
        new SqlName(null, "a").MayBe(new SqlName(null, "b")).Should().BeFalse();
    }

    static SqlMatch? Match(string pattern, string sql, SqlDialect dialect = SqlDialect.PostgreSql) =>
        new SqlPattern(pattern).Match(SqlScript.Parse(sql, dialect).Statements[0].Tokens, dialect);
}
