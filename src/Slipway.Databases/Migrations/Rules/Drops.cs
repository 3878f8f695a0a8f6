using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>The revision that is live reads it until the switch, and after a rollback again; its rows are gone.</summary>
sealed class DropTable()
    : StatementRule(
        "drop-table",
        Danger.Destructive,
        dialect: null,
        what: "drops the table {0}",
        why: "the live revision may still use it, and its rows are gone for good",
        instead: "stop using it in one release and drop it in a contract migration of a later one",
        "DROP [FOREIGN] TABLE [IF EXISTS] @name,"
    )
{
    /// <summary>Where a new table takes the name, <see cref="RebuildTable"/> speaks.</summary>
    protected override bool Concerns(SqlName name, SqlMatch match, ScriptState state) =>
        state.Dialect == SqlDialect.PostgreSql || !state.IsReplaced(name);
}

/// <summary>A column that the live revision names in a statement fails that statement; SQLite rewrites the table too.</summary>
sealed class DropColumn()
    : ActionRule(
        "drop-column",
        Danger.Destructive,
        dialect: null,
        what: "drops the column {0}.{1}",
        why: "the live revision may still name it, and its values are gone for good",
        instead: "stop using it in one release and drop it in a contract migration of a later one",
        "DROP [COLUMN] [IF EXISTS] @name"
    );

/// <summary>A view is read like a table.</summary>
sealed class DropView()
    : StatementRule(
        "drop-view",
        Danger.Destructive,
        dialect: null,
        what: "drops the view {0}",
        why: "the live revision may still read it",
        instead: "stop using it in one release and drop it in a contract migration of a later one",
        "DROP [MATERIALIZED] VIEW [IF EXISTS] @name,"
    );

/// <summary>With CASCADE, everything that is in the schema.</summary>
sealed class DropSchema()
    : StatementRule(
        "drop-schema",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "drops the schema {0}",
        why: "the live revision may still use what is in it",
        instead: "stop using it in one release and drop it in a contract migration of a later one",
        "DROP SCHEMA [IF EXISTS] @name,"
    );

/// <summary>The new revision may then write what the live one, which trusts the constraint, cannot read.</summary>
sealed class DropConstraint()
    : ActionRule(
        "drop-constraint",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "drops the constraint {1} of {0}",
        why: "rows that it kept out can then be written, and the live revision does not expect them",
        instead: "first release a revision that lives with such rows, then drop it in a contract migration",
        "DROP CONSTRAINT [IF EXISTS] @name"
    );

/// <summary>The new revision may then write a NULL that the live one cannot read.</summary>
sealed class DropNotNull()
    : ActionRule(
        "drop-not-null",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "lets {0}.{1} be NULL",
        why: "the new revision can then write a NULL that the live one does not expect",
        instead: "first release a revision that reads NULL, then allow it in a contract migration",
        "ALTER [COLUMN] @name DROP NOT NULL"
    );

/// <summary>An INSERT of the live revision that leaves the column out then gets NULL, or fails.</summary>
sealed class DropDefault()
    : ActionRule(
        "drop-default",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "takes the default of {0}.{1} away",
        why: "an INSERT of the live revision that leaves the column out gets NULL or fails",
        instead: "first release a revision that always gives a value, then drop it in a contract migration",
        "ALTER [COLUMN] @name DROP DEFAULT|IDENTITY|EXPRESSION"
    );

/// <summary>
/// Queries of the live revision become slow; an upsert that names a unique index's columns fails. PostgreSQL also takes
/// an ACCESS EXCLUSIVE lock on its table.
/// </summary>
sealed class DropIndex()
    : StatementRule(
        "drop-index",
        Danger.Destructive,
        dialect: null,
        what: "drops the index {0}",
        why: "the live revision's queries may need it, and an upsert on a unique index fails without it",
        instead: "drop it in a contract migration, when the release whose queries needed it is gone",
        "DROP INDEX [IF EXISTS] @name,"
    );

/// <summary>Whatever else the live revision may call or rely on.</summary>
sealed class DropObject()
    : StatementRule(
        "drop-object",
        Danger.Destructive,
        dialect: null,
        what: "drops {0}",
        why: "the live revision may still call it or rely on it",
        instead: "stop using it in one release and drop it in a contract migration of a later one",
        "DROP FUNCTION|PROCEDURE|ROUTINE|AGGREGATE|TRIGGER|RULE|POLICY|SEQUENCE|TYPE|DOMAIN|EXTENSION|DATABASE|COLLATION|OPERATOR|CAST|SERVER|PUBLICATION|STATISTICS [IF EXISTS] @name,",
        "DROP OWNED BY @name,"
    );

/// <summary>The rows leave the table that the live revision reads.</summary>
sealed class DetachPartition()
    : ActionRule(
        "detach-partition",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "takes the partition {1} out of {0}",
        why: "the live revision no longer finds the rows that are in it",
        instead: "do it in a contract migration, when no release needs these rows any more",
        "DETACH PARTITION @name"
    );

/// <summary>Every row, without a way back; PostgreSQL also keeps readers out.</summary>
sealed class Truncate()
    : StatementRule(
        "truncate",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "empties {0}",
        why: "all rows are gone for good, and readers are kept out until the migration ends (ACCESS EXCLUSIVE)",
        instead: "stop using the rows in one release and empty the table in a contract migration of a later one",
        "TRUNCATE [TABLE] [ONLY] @name,"
    );
