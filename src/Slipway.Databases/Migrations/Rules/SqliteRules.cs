using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>
/// A new table, the rows copied, the old one dropped, the new one renamed: SQLite's way to alter what ALTER TABLE cannot.
/// In a transaction <c>PRAGMA foreign_keys</c> has no effect, so that DROP TABLE deletes the rows first, and with them,
/// by ON DELETE CASCADE, those that refer to them.
/// </summary>
sealed class RebuildTable()
    : StatementRule(
        "rebuild-table",
        Danger.Blocking,
        SqlDialect.Sqlite,
        what: "makes {0} anew and drops the old one",
        why: "writers wait while every row is copied, and with foreign keys on, DROP TABLE deletes by ON DELETE CASCADE the rows that refer to it",
        instead: "add columns instead; where the table must be made anew, waive this and say what refers to it and how many rows there are",
        "DROP TABLE [IF EXISTS] @name"
    )
{
    protected override bool Concerns(SqlName name, SqlMatch match, ScriptState state) => state.IsReplaced(name);
}

/// <summary>What SQLite refuses, or silently does not do, inside of a transaction.</summary>
sealed class SqliteNotInTransaction()
    : StatementRule(
        "not-in-transaction",
        Danger.Unsound,
        SqlDialect.Sqlite,
        what: "cannot run in a transaction",
        why: "each migration runs in one transaction with its record, and SQLite refuses this there or does nothing",
        instead: "set it where the application opens the database; run VACUUM by hand",
        "VACUUM",
        "PRAGMA @pragma",
        "DETACH [DATABASE]"
    )
{
    static readonly string[] s_pragmas =
    [
        "foreign_keys",
        "journal_mode",
        "synchronous",
        "temp_store",
        "wal_checkpoint",
    ];

    protected override bool Applies(SqlMatch match, ScriptState state) =>
        match.Name("pragma") is not { } pragma || s_pragmas.Contains(pragma.Name, StringComparer.Ordinal);
}

/// <summary>Rows that are there may not be unique, and then it fails; writers wait while it is built.</summary>
sealed class CreateUniqueIndex()
    : StatementRule(
        "create-unique-index",
        Danger.Blocking,
        SqlDialect.Sqlite,
        what: "builds a unique index on {0}, which has rows already",
        why: "it fails where two rows are alike, the live revision may go on writing such rows, and writers wait while it is built",
        instead: "first release a revision that writes no such rows and clean up those there are; then waive this",
        "CREATE UNIQUE INDEX [IF NOT EXISTS] [@index] ON @name"
    );

/// <summary>A schema that is edited as text is not checked by anybody.</summary>
sealed class WritableSchema()
    : StatementRule(
        "writable-schema",
        Danger.Unsound,
        SqlDialect.Sqlite,
        what: "edits the schema as text",
        why: "a mistake makes the whole database unreadable",
        instead: "use ALTER TABLE, or make the table anew",
        "PRAGMA [@database .] writable_schema",
        "UPDATE sqlite_master|sqlite_schema",
        "DELETE FROM sqlite_master|sqlite_schema",
        "INSERT INTO sqlite_master|sqlite_schema"
    );
