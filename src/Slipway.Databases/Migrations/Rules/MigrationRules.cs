using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>
/// Every rule there is. They follow PostgreSQL's documentation of ALTER TABLE and of explicit locking, and SQLite's of
/// ALTER TABLE and PRAGMA; tests on real servers show that each says the truth.
/// </summary>
public static class MigrationRules
{
    public static IReadOnlyList<MigrationRule> All { get; } =
    [
        new DropTable(),
        new DropColumn(),
        new DropView(),
        new DropSchema(),
        new DropConstraint(),
        new DropNotNull(),
        new DropDefault(),
        new DropIndex(),
        new DropObject(),
        new DetachPartition(),
        new Truncate(),
        new DeleteAll(),
        new RenameTable(),
        new RenameColumn(),
        new RenameObject(),
        new ChangeType(),
        new ChangeColumnType(),
        new SetNotNull(),
        new AddColumnNotNull(),
        new AddColumnVolatileDefault(),
        new AddColumnRewrite(),
        new AddColumnRefused(),
        new AddForeignKey(),
        new AddCheck(),
        new ValidateAtOnce(),
        new AddUnique(),
        new AddPrimaryKey(),
        new AddExclusion(),
        new ChangeDomain(),
        new CreateIndex(),
        new CreateUniqueIndex(),
        new LockTimeout(),
        new LockTable(),
        new RewriteTable(),
        new RebuildStorage(),
        new RebuildTable(),
        new RefreshView(),
        new UpdateAll(),
        new RowsUnderLock(),
        new NotInTransaction(),
        new SqliteNotInTransaction(),
        new TransactionControl(),
        new OpaqueCode(),
        new WritableSchema(),
    ];

    public static IEnumerable<MigrationRule> Of(SqlDialect dialect) => All.Where(rule => rule.IsFor(dialect));
}
