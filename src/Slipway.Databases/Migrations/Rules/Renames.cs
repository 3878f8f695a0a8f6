using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>A rename is a drop to whoever uses the old name.</summary>
sealed class RenameTable()
    : ActionRule(
        "rename-table",
        Danger.Destructive,
        dialect: null,
        what: "gives the table {0} another name",
        why: "the live revision still uses the old one",
        instead: "add a table with the new name, write to both, move the rows, and drop the old one in a contract migration",
        "RENAME TO @name",
        "SET SCHEMA @name"
    );

/// <summary>A rename is a drop to whoever uses the old name.</summary>
sealed class RenameColumn()
    : ActionRule(
        "rename-column",
        Danger.Destructive,
        dialect: null,
        what: "gives the column {0}.{1} another name",
        why: "the live revision still uses the old one",
        instead: "add a column with the new name, write to both, copy the values, and drop the old one in a contract migration",
        "RENAME [COLUMN] @name TO @to"
    );

/// <summary>Views, types, schemas, sequences and routines are named by the live revision as tables are.</summary>
sealed class RenameObject()
    : StatementRule(
        "rename-object",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "gives {0}, or a part of it, another name",
        why: "the live revision still uses the old one",
        instead: "add one with the new name beside it, and drop the old one in a contract migration",
        "ALTER [MATERIALIZED] VIEW|SEQUENCE|TYPE|DOMAIN|SCHEMA|FUNCTION|PROCEDURE|ROUTINE|AGGREGATE [IF EXISTS] @name"
    )
{
    protected override bool Applies(SqlMatch match, ScriptState state) =>
        match.Rest.HasAtTop("RENAME", "TO")
        || match.Rest.HasAtTop("RENAME", "COLUMN")
        || match.Rest.HasAtTop("SET", "SCHEMA");
}

/// <summary>The live revision writes and compares the old values; a value cannot be taken out of an enum at all.</summary>
sealed class ChangeType()
    : StatementRule(
        "change-type",
        Danger.Destructive,
        SqlDialect.PostgreSql,
        what: "changes the values or attributes of the type {0}",
        why: "the live revision still reads and writes the old ones",
        instead: "add the new value beside the old one, move the rows, and leave the old one unused",
        "ALTER TYPE @name RENAME VALUE|ATTRIBUTE",
        "ALTER TYPE @name DROP|ALTER ATTRIBUTE"
    );
