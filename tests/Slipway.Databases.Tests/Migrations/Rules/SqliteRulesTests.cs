using Microsoft.Data.Sqlite;
using Slipway.Databases.Migrations.Rules;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations.Rules;

/// <summary>What the rules say is what SQLite does.</summary>
public sealed class SqliteRulesTests : IDisposable
{
    // The provider asks again for as long as its timeout where SQLite says that it is busy.
    readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=True;Default Timeout=1");

    static SqliteRulesTests() => SQLitePCL.Batteries.Init();

    public SqliteRulesTests()
    {
        _connection.Open();
        Execute(Gallery.Sqlite);
        Execute("BEGIN IMMEDIATE");
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("drop-table", "DROP TABLE photos")]
    [InlineData("drop-column", "ALTER TABLE photos DROP COLUMN album")]
    [InlineData("drop-view", "DROP VIEW titles")]
    [InlineData("drop-index", "DROP INDEX IF EXISTS photos_title")]
    [InlineData("drop-object", "DROP TRIGGER photos_gone")]
    [InlineData("delete-all", "DELETE FROM Photos")]
    [InlineData("rename-table", "ALTER TABLE \"photos\" RENAME TO pictures")]
    [InlineData("rename-column", "ALTER TABLE [photos] RENAME COLUMN album TO owner")]
    [InlineData("rename-column", "ALTER TABLE 'photos' RENAME album TO owner")]
    [InlineData("update-all", "UPDATE OR REPLACE photos SET title = 'x'")]
    [InlineData("create-unique-index", "CREATE UNIQUE INDEX i ON albums (title)")]
    [InlineData("writable-schema", "PRAGMA writable_schema = ON")]
    [InlineData("not-in-transaction", "PRAGMA foreign_keys = OFF")]
    [InlineData("not-in-transaction", "PRAGMA main.journal_mode = WAL")]
    [InlineData(
        "rebuild-table",
        "CREATE TABLE new_albums (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO new_albums SELECT * FROM albums; DROP TABLE albums; ALTER TABLE new_albums RENAME TO albums"
    )]
    public void A_bad_statement_breaks_its_rule_and_no_other(string rule, string sql)
    {
        Judgments.RulesBrokenBy(sql, SqlDialect.Sqlite).Should().Equal(rule);

        FluentActions.Invoking(() => Execute(sql)).Should().NotThrow();
    }

    [Theory]
    [InlineData("add-column-not-null", "ALTER TABLE photos ADD COLUMN n INTEGER NOT NULL")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n INTEGER UNIQUE")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n INTEGER PRIMARY KEY")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n TEXT DEFAULT CURRENT_TIMESTAMP")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n INTEGER DEFAULT (abs(1))")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n INTEGER AS (id + 1) STORED")]
    [InlineData("add-column-refused", "ALTER TABLE photos ADD n INTEGER DEFAULT 1 REFERENCES albums (id)")]
    [InlineData("not-in-transaction", "VACUUM")]
    [InlineData("not-in-transaction", "PRAGMA synchronous = OFF")]
    [InlineData("not-in-transaction", "PRAGMA wal_checkpoint")]
    [InlineData("transaction-control", "BEGIN")]
    public void A_statement_that_is_said_to_fail_does(string rule, string sql)
    {
        Judgments.RulesBrokenBy(sql, SqlDialect.Sqlite).Should().Equal(rule);

        FluentActions.Invoking(() => Execute(sql)).Should().Throw<SqliteException>();
    }

    [Theory]
    [InlineData("ALTER TABLE photos ADD COLUMN n INTEGER")]
    [InlineData("ALTER TABLE photos ADD n INTEGER NOT NULL DEFAULT 0")]
    [InlineData("ALTER TABLE photos ADD n INTEGER DEFAULT (1)")]
    [InlineData("ALTER TABLE photos ADD n INTEGER REFERENCES albums (id)")]
    [InlineData("ALTER TABLE photos ADD n INTEGER AS (id + 1)")]
    [InlineData("CREATE INDEX i ON albums (title)")]
    [InlineData("CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX u ON tags (id); DROP INDEX u; DROP TABLE tags")]
    [InlineData("CREATE TRIGGER a AFTER INSERT ON photos BEGIN DELETE FROM albums; UPDATE photos SET title = 1; END")]
    [InlineData("DELETE FROM photos WHERE id = 1")]
    [InlineData("PRAGMA foreign_key_check")]
    [InlineData("PRAGMA defer_foreign_keys = ON")]
    public void A_good_statement_breaks_none(string sql)
    {
        Judgments.RulesBrokenBy(sql, SqlDialect.Sqlite).Should().BeEmpty();

        FluentActions.Invoking(() => Execute(sql)).Should().NotThrow();
    }

    [Fact]
    public void Making_a_table_anew_in_a_transaction_deletes_what_refers_to_it()
    {
        Execute("PRAGMA foreign_keys = OFF");
        Execute("CREATE TABLE new_albums AS SELECT * FROM albums");
        Execute("DROP TABLE albums");
        Execute("ALTER TABLE new_albums RENAME TO albums");

        Ask("SELECT COUNT(*) FROM albums").Should().Be(2);
        Ask("SELECT COUNT(*) FROM photos").Should().Be(0, "SQLite ignores PRAGMA foreign_keys in a transaction");
    }

    [Fact]
    public void Each_rule_has_an_example()
    {
        var examples = typeof(SqliteRulesTests)
            .GetMethods()
            .SelectMany(method => method.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .SelectMany(attribute =>
                (IEnumerable<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!
            )
            .Select(argument => argument.Value);

        MigrationRules.Of(SqlDialect.Sqlite).Select(rule => rule.Id).Should().BeSubsetOf(examples.OfType<string>());
    }

    void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    long Ask(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
