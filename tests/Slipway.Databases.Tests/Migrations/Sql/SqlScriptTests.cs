using FsCheck;
using FsCheck.Fluent;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations.Sql;

public sealed class SqlScriptTests
{
    /// <summary>What scripts are made of, in any order: quotes, comments and bodies that open and never close too.</summary>
    static readonly string[] s_pieces =
    [
        "'",
        "\"",
        "`",
        "[",
        "]",
        "\\",
        "$$",
        "$a$",
        "$1",
        "E'",
        "--",
        "/*",
        "*/",
        "\n",
        " ",
        ";",
        "(",
        ")",
        ",",
        ".",
        "é",
        "\0",
        "CREATE ",
        "TRIGGER ",
        "FUNCTION ",
        "BEGIN ",
        "END",
        "CASE ",
        "ALTER TABLE ",
        "ADD COLUMN ",
        "DEFAULT",
        "t ",
        "12",
    ];

    static Arbitrary<string> Scripts =>
        Gen.Elements(s_pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Theory]
    [InlineData(SqlDialect.PostgreSql)]
    [InlineData(SqlDialect.Sqlite)]
    public void The_statements_and_the_tail_are_the_script(SqlDialect dialect)
    {
        Prop.ForAll(Scripts, script => IsWhole(script, dialect))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => IsWhole(text.Get, dialect))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(SqlDialect.PostgreSql, "SELECT ';'; SELECT 'it''s;'; SELECT 1", 3)]
    [InlineData(SqlDialect.PostgreSql, @"SELECT '\'; SELECT 1", 2)]
    [InlineData(SqlDialect.PostgreSql, @"SELECT E'\';'; SELECT 1", 2)]
    [InlineData(SqlDialect.PostgreSql, "SELECT E'a'\n  '\\';'; SELECT 1", 2)]
    [InlineData(SqlDialect.PostgreSql, "SELECT \"a;\"\"b\"; SELECT 1", 2)]
    [InlineData(SqlDialect.PostgreSql, "SELECT $$;$$; SELECT $a$ $$ ; $b$ $a$; SELECT $1; SELECT a$b$;", 4)]
    [InlineData(SqlDialect.PostgreSql, "/* ; /* ; */ ; */ SELECT 1; -- ;\nSELECT 2; -- ;", 2)]
    [InlineData(SqlDialect.PostgreSql, "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 1", 2)]
    [InlineData(
        SqlDialect.PostgreSql,
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 1",
        2
    )]
    [InlineData(SqlDialect.PostgreSql, "BEGIN; SELECT 1; END;", 3)]
    [InlineData(SqlDialect.Sqlite, "SELECT 'a\\'; SELECT \"a;\"; SELECT `a;`; SELECT [a;]; SELECT 1", 5)]
    [InlineData(SqlDialect.Sqlite, "/* /* ; */ SELECT 1; SELECT 2", 2)]
    [InlineData(
        SqlDialect.Sqlite,
        "CREATE TEMP TRIGGER a AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t; END; SELECT 1",
        2
    )]
    [InlineData(SqlDialect.Sqlite, "BEGIN; SELECT 1; END;", 3)]
    [InlineData(SqlDialect.Sqlite, "", 0)]
    [InlineData(SqlDialect.PostgreSql, "-- nothing\n/* at all */", 0)]
    public void A_semicolon_ends_a_statement_only_where_the_database_says_so(
        SqlDialect dialect,
        string script,
        int statements
    )
    {
        var parsed = SqlScript.Parse(script, dialect);

        parsed.Fault.Should().BeNull();
        parsed.Statements.Should().HaveCount(statements);
    }

    [Theory]
    [InlineData(SqlDialect.PostgreSql, "SELECT 1;\n\nSELECT 'it;\n", 3, "the string that begins here is not closed")]
    [InlineData(SqlDialect.PostgreSql, "SELECT 1; /* a /* b */", 1, "the comment that begins here is not closed")]
    [InlineData(SqlDialect.PostgreSql, "\nSELECT $a$ $$", 2, "the $a$ quote that begins here is not closed")]
    [InlineData(SqlDialect.PostgreSql, "SELECT \"a", 1, "the quoted name that begins here is not closed")]
    [InlineData(SqlDialect.Sqlite, "SELECT [a", 1, "the quoted name that begins here is not closed")]
    [InlineData(
        SqlDialect.PostgreSql,
        "SELECT 1;\nSELECT (1;\nSELECT 2;",
        2,
        "the statement that begins here has no end: it wants a closing parenthesis"
    )]
    [InlineData(
        SqlDialect.Sqlite,
        "CREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT 1;",
        1,
        "the statement that begins here has no end: it wants the END of its body"
    )]
    public void What_is_not_closed_is_a_fault_with_its_line(SqlDialect dialect, string script, int line, string message)
    {
        SqlScript.Parse(script, dialect).Fault.Should().Be(new SqlFault(line, message));
    }

    [Fact]
    public void A_statement_begins_on_the_line_of_its_first_word()
    {
        var script = SqlScript.Parse("-- head\n\nSELECT '\n\n';\n/* a\n*/ SELECT 2;", SqlDialect.PostgreSql);

        script.Statements.Select(statement => statement.Line).Should().Equal(3, 7);
    }

    static bool IsWhole(string script, SqlDialect dialect)
    {
        var parsed = SqlScript.Parse(script, dialect);
        return string.Concat(parsed.Statements.Select(s => s.Text).Concat(parsed.Tail.Select(token => token.Text)))
            == script;
    }
}
