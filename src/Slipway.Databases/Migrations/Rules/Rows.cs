using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>Every row is locked and written; in SQLite, everybody else's writes wait.</summary>
sealed class UpdateAll()
    : StatementRule(
        "update-all",
        Danger.Blocking,
        dialect: null,
        what: "updates every row of {0}",
        why: "writers wait until the migration ends, and the table doubles",
        instead: "fill the rows in batches outside of the migrations, or give the column a constant DEFAULT",
        "UPDATE [OR ROLLBACK|ABORT|REPLACE|FAIL|IGNORE] [ONLY] @name"
    )
{
    protected override bool Applies(SqlMatch match, ScriptState state) => !match.Rest.HasAtTop("WHERE");
}

/// <summary>Every row, without a way back.</summary>
sealed class DeleteAll()
    : StatementRule(
        "delete-all",
        Danger.Destructive,
        dialect: null,
        what: "deletes every row of {0}",
        why: "they are gone for good, and the live revision may still need them",
        instead: "say by WHERE which rows, or do it in a contract migration, when no release needs them any more",
        "DELETE FROM [ONLY] @name"
    )
{
    protected override bool Applies(SqlMatch match, ScriptState state) => !match.Rest.HasAtTop("WHERE");
}

/// <summary>The strong lock of ALTER TABLE is held to the transaction's end: the rows are written under it.</summary>
sealed class RowsUnderLock()
    : StatementRule(
        "rows-under-lock",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "changes rows of {0} behind an ALTER TABLE of it",
        why: "the lock of ALTER TABLE keeps readers and writers out for as long as that takes",
        instead: "change the rows in a migration of its own, or in batches outside of the migrations",
        "UPDATE [ONLY] @name",
        "DELETE FROM [ONLY] @name"
    )
{
    protected override bool Concerns(SqlName name, SqlMatch match, ScriptState state) => state.IsAltered(name);
}
