using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>Both tables are locked against writes (SHARE ROW EXCLUSIVE) while every row is looked up.</summary>
sealed class AddForeignKey()
    : ActionRule(
        "add-foreign-key",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds a foreign key to {0} and checks every row",
        why: "writers of both tables are kept out (SHARE ROW EXCLUSIVE) while every row is looked up",
        instead: "add it NOT VALID, and VALIDATE CONSTRAINT in the next migration",
        "ADD [CONSTRAINT @constraint] FOREIGN KEY"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        !match.Rest.HasAtTop("NOT", "VALID");
}

/// <summary>Every row is read under an ACCESS EXCLUSIVE lock.</summary>
sealed class AddCheck()
    : ActionRule(
        "add-check",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds a check to {0} and reads every row",
        why: "readers and writers are kept out (ACCESS EXCLUSIVE) while every row is read, and the live revision's rows may not pass",
        instead: "add it NOT VALID, and VALIDATE CONSTRAINT in the next migration",
        "ADD [CONSTRAINT @constraint] CHECK"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        !match.Rest.HasAtTop("NOT", "VALID");

    protected override bool AppliesToAdded(ColumnDefinition column) => column.Has("CHECK");
}

/// <summary>The strong lock of ADD … NOT VALID is held to the transaction's end, so that the scan is under it.</summary>
sealed class ValidateAtOnce()
    : ActionRule(
        "validate-at-once",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "validates {1} of {0} in the migration that adds it",
        why: "the lock of ADD is held until the migration ends, so that every row is read under it after all",
        instead: "VALIDATE CONSTRAINT in the next migration",
        "VALIDATE CONSTRAINT @name"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        state.IsNotValid(match.Name("name")!);
}

/// <summary>The index behind it is built under an ACCESS EXCLUSIVE lock.</summary>
sealed class AddUnique()
    : ActionRule(
        "add-unique",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds a unique constraint to {0} and builds its index",
        why: "readers and writers are kept out (ACCESS EXCLUSIVE) while the index is built",
        instead: "build a unique index by hand with CREATE UNIQUE INDEX CONCURRENTLY, then add the constraint USING INDEX",
        "ADD [CONSTRAINT @constraint] UNIQUE"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        !match.Rest.HasAtTop("USING", "INDEX");

    protected override bool AppliesToAdded(ColumnDefinition column) => column.Has("UNIQUE");
}

/// <summary>The index behind it is built, and every row is read for NULLs, under an ACCESS EXCLUSIVE lock.</summary>
sealed class AddPrimaryKey()
    : ActionRule(
        "add-primary-key",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds a primary key to {0} and builds its index",
        why: "readers and writers are kept out (ACCESS EXCLUSIVE) while the index is built",
        instead: "build a unique index by hand with CREATE UNIQUE INDEX CONCURRENTLY on columns that are NOT NULL, then add the key USING INDEX",
        "ADD [CONSTRAINT @constraint] PRIMARY KEY"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        !match.Rest.HasAtTop("USING", "INDEX");

    protected override bool AppliesToAdded(ColumnDefinition column) => column.Has("PRIMARY", "KEY");
}

/// <summary>There is no NOT VALID and no USING INDEX for it.</summary>
sealed class AddExclusion()
    : ActionRule(
        "add-exclusion",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds an exclusion constraint to {0} and builds its index",
        why: "readers and writers are kept out (ACCESS EXCLUSIVE) while the index is built, and it cannot be built beforehand",
        instead: "put it on a new table and move the rows there, or waive this for a small table",
        "ADD [CONSTRAINT @constraint] EXCLUDE [USING @method] ("
    );

/// <summary>Every table with a column of the domain is read under a SHARE lock.</summary>
sealed class ChangeDomain()
    : StatementRule(
        "change-domain",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds a constraint to the domain {0}",
        why: "writers of every table with such a column are kept out (SHARE) while every row is read",
        instead: "add it NOT VALID, and VALIDATE CONSTRAINT in the next migration",
        "ALTER DOMAIN @name SET NOT NULL",
        "ALTER DOMAIN @name ADD"
    )
{
    protected override bool Applies(SqlMatch match, ScriptState state) => !match.Rest.HasAtTop("NOT", "VALID");
}
