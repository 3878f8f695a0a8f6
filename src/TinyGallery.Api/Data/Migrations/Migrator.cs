using System.Data.Common;
using Dapper;
using TinyGallery.Api.Verbs;

namespace TinyGallery.Api.Data.Migrations;

/// <summary>Brings a database to the schema of this build: each migration in a transaction of its own, under a lock.</summary>
sealed class Migrator(
    Database database,
    IReadOnlyList<Migration> known,
    TimeProvider time,
    LockPatience? patience = null
)
{
    const string CreateTable = $"""
        CREATE TABLE IF NOT EXISTS {Database.MigrationTable} (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL
        )
        """;

    const string SelectApplied = $"""
        SELECT number AS Number, name AS Name, checksum AS Checksum, applied_at AS AppliedAt
        FROM {Database.MigrationTable} ORDER BY number
        """;

    readonly LockPatience _patience = patience ?? LockPatience.Default;

    public Migrator(Database database, TimeProvider time, LockPatience? patience = null)
        : this(database, MigrationSet.Of(database.Name), time, patience) { }

    public async Task<SchemaStatus> StatusAsync(CancellationToken cancellation)
    {
        if (!database.IsCreated)
            return SchemaStatus.Compare(known, []);
        await using var connection = await database.OpenAsync(cancellation);
        return await StatusAsync(connection, null, cancellation);
    }

    /// <summary>Applies what is pending, in order, and tells of each.</summary>
    /// <returns>How many were applied.</returns>
    /// <exception cref="ExpectedFailureException">
    /// One failed and was undone (those before it stay), or an applied one was changed since.
    /// </exception>
    public async Task<int> MigrateAsync(Action<Migration> applied, CancellationToken cancellation)
    {
        await database.CreateAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        var count = 0;
        while (await ApplyPatientlyAsync(connection, cancellation) is { } migration)
        {
            applied(migration);
            count++;
        }

        return count;
    }

    async Task<Migration?> ApplyPatientlyAsync(DbConnection connection, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ApplyNextAsync(connection, cancellation);
            }
            catch (Exception failure) when (IsLockTimeout(failure))
            {
                if (attempt >= _patience.Attempts)
                {
                    throw new ExpectedFailureException(
                        $"{failure.Message} It was tried {attempt} times, {_patience.Timeout.TotalSeconds} s each. "
                            + "Find the session that holds the lock (pg_stat_activity, pg_blocking_pids), or migrate when it is quiet.",
                        failure
                    );
                }
            }

            await Task.Delay(_patience.PauseAfter(attempt), time, cancellation);
        }
    }

    bool IsLockTimeout(Exception failure) =>
        (failure as DbException ?? failure.InnerException as DbException) is { } cause && database.IsLockTimeout(cause);

    async Task<Migration?> ApplyNextAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await database.LockForMigrationAsync(transaction, _patience.Timeout, cancellation);
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var status = await StatusAsync(connection, transaction, cancellation);
        if (status.Changed is [var changed, ..])
            throw new ExpectedFailureException(
                $"Migration {changed.Name} was changed after it had been applied (checksum mismatch). "
                    + "Restore its text and put the change into a new migration."
            );
        if (status.Pending is not [var next, ..])
            return null;

        try
        {
            await connection.ExecuteAsync(new CommandDefinition(next.Sql, null, transaction, commandTimeout: 0));
            await connection.ExecuteAsync(
                $"INSERT INTO {Database.MigrationTable} VALUES (@Number, @Name, @Checksum, @AppliedAt)",
                new AppliedMigration(next.Number, next.Name, next.Checksum, time.GetUtcNow().ToUnixTimeMilliseconds()),
                transaction
            );
            await transaction.CommitAsync(CancellationToken.None);
            return next;
        }
        catch (DbException failure)
        {
            throw new ExpectedFailureException(
                $"Migration {next.Name} failed and was undone: {failure.Message}",
                failure
            );
        }
    }

    async Task<SchemaStatus> StatusAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellation
    )
    {
        if (!await database.HasTableAsync(connection, Database.MigrationTable, cancellation))
            return SchemaStatus.Compare(known, []);
        var query = new CommandDefinition(SelectApplied, null, transaction, cancellationToken: cancellation);
        return SchemaStatus.Compare(known, (await connection.QueryAsync<AppliedMigration>(query)).AsList());
    }
}
