using System.Data.Common;
using TinyGallery.Api.Configuration;

namespace TinyGallery.Api.Data;

/// <summary>
/// The one place that knows which database this is. SQL elsewhere is the part that SQLite and PostgreSQL share.
/// </summary>
abstract class Database : IAsyncDisposable
{
    /// <summary>The table in which migrations are recorded; <see cref="Migrations.Migrator"/> creates it.</summary>
    public const string MigrationTable = "schema_migrations";

    /// <summary>As /version's reader and the migrations' folder call it: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Name { get; }

    public static Database Create(DatabaseSettings settings) =>
        settings.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteDatabase(settings.ConnectionString),
            DatabaseKind.Postgres => new PostgresDatabase(settings.ConnectionString),
            _ => throw new InvalidOperationException($"No database of kind {settings.Kind}."),
        };

    /// <summary>A connection from the pool, ready for use.</summary>
    /// <exception cref="DbException">The database cannot be reached, or was never created.</exception>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>Runs <paramref name="work"/> in one transaction: committed when it returns, undone when it throws.</summary>
    public virtual async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(transaction);
        // Past this point the client's going away changes nothing: what was done is kept.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>True when a row could not be written or deleted because of a reference to, or from, another one.</summary>
    public abstract bool IsForeignKeyViolation(DbException exception);

    /// <summary>True when the database is away or overloaded, so that the same call may work later.</summary>
    public abstract bool IsUnavailable(DbException exception);

    public abstract Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancellation);

    /// <summary>False when nobody has run <c>migrate</c> yet, so that there is nothing to open.</summary>
    public virtual bool IsCreated => true;

    /// <summary>Creates what <c>migrate</c> and <c>restore</c> need to be there before they open a connection.</summary>
    public virtual Task CreateAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>True when a statement gave up waiting for a lock that another session holds.</summary>
    public virtual bool IsLockTimeout(DbException exception) => false;

    /// <summary>Makes other migrators wait until this transaction has ended.</summary>
    /// <param name="lockTimeout">How long each statement of the transaction may wait for a lock after that.</param>
    public virtual Task LockForMigrationAsync(
        DbTransaction transaction,
        TimeSpan lockTimeout,
        CancellationToken cancellation
    ) => Task.CompletedTask;

    /// <summary>Writes everything to <paramref name="file"/>, as of one moment, while others go on working.</summary>
    public abstract Task BackupAsync(string file, CancellationToken cancellation);

    /// <summary>Replaces everything by what <paramref name="file"/> holds, or changes nothing.</summary>
    public abstract Task RestoreAsync(string file, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
