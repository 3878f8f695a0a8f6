using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>An index is built under a SHARE lock: reads go on, writes wait.</summary>
sealed class CreateIndex()
    : StatementRule(
        "create-index",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "builds an index on {0}, which has rows already",
        why: "writers are kept out (SHARE) until the migration ends",
        instead: "build it by hand with CREATE INDEX CONCURRENTLY before the deployment, and write CREATE INDEX IF NOT EXISTS here, waived, for databases that are new",
        "CREATE [UNIQUE] INDEX [IF NOT EXISTS] [@index] ON @name"
    );

/// <summary>What PostgreSQL refuses inside of a transaction block, which every migration runs in.</summary>
sealed class NotInTransaction()
    : StatementRule(
        "not-in-transaction",
        Danger.Unsound,
        SqlDialect.PostgreSql,
        what: "cannot run in a transaction",
        why: "each migration runs in one transaction with its record, and PostgreSQL refuses this there; a migration without one is not supported yet",
        instead: "run it by hand, outside of the migrations",
        "CREATE [UNIQUE] INDEX CONCURRENTLY",
        "DROP INDEX CONCURRENTLY",
        "REINDEX INDEX|TABLE|SCHEMA CONCURRENTLY",
        "REINDEX DATABASE|SYSTEM",
        "VACUUM",
        "CREATE|DROP DATABASE|TABLESPACE",
        "ALTER SYSTEM"
    );

/// <summary>A lock that is asked for is held to the migration's end.</summary>
sealed class LockTable()
    : StatementRule(
        "lock-table",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "locks {0}",
        why: "others are kept out until the migration ends",
        instead: "let the statements take the locks that they need",
        "LOCK [TABLE] [ONLY] @name,"
    );

/// <summary>The table or its indexes are written anew under an ACCESS EXCLUSIVE lock.</summary>
sealed class RebuildStorage()
    : StatementRule(
        "rebuild-storage",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "writes a table or its indexes anew",
        why: "readers and writers are kept out until the migration ends (ACCESS EXCLUSIVE; REINDEX keeps out writers, and readers of the index)",
        instead: "run REINDEX CONCURRENTLY, or a tool that copies online, by hand",
        "CLUSTER [VERBOSE] @name",
        "REINDEX INDEX|TABLE|SCHEMA @name"
    );

/// <summary>Actions of ALTER TABLE that write every row anew.</summary>
sealed class RewriteTable()
    : ActionRule(
        "rewrite-table",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "writes the whole table {0} anew",
        why: "readers and writers are kept out (ACCESS EXCLUSIVE) while every row is copied",
        instead: "make a new table that is as you want it and move the rows there in batches",
        "SET TABLESPACE",
        "SET LOGGED|UNLOGGED",
        "SET ACCESS METHOD",
        "ALTER [COLUMN] @name SET EXPRESSION"
    );

/// <summary>The view is locked against readers while its query runs.</summary>
sealed class RefreshView()
    : StatementRule(
        "refresh-view",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "fills the materialized view {0} anew",
        why: "its readers are kept out until the migration ends (ACCESS EXCLUSIVE)",
        instead: "REFRESH MATERIALIZED VIEW CONCURRENTLY, outside of the migrations",
        "REFRESH MATERIALIZED VIEW @name"
    );
