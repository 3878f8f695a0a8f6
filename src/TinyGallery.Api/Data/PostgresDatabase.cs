using System.Data.Common;
using Dapper;
using Npgsql;
using TinyGallery.Api.Data.Postgres;

namespace TinyGallery.Api.Data;

/// <summary>PostgreSQL: everything lives in a schema of its own, so that it can be dumped and replaced as one.</summary>
sealed class PostgresDatabase : Database
{
    public const string Schema = "gallery";

    /// <summary>The advisory lock of migrations: "gallery" in ASCII, so that nobody else's number is met by chance.</summary>
    const long MigrationLock = 0x67_61_6c_6c_65_72_79;

    /// <summary>How long a migrator waits for another one, which delays nobody else.</summary>
    const int MigratorTimeoutSeconds = 30;

    readonly NpgsqlConnectionStringBuilder _settings;
    readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connectionString)
    {
        _settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Schema };
        // The slim builder brings only what is used here: text, numbers, bytes, TLS.
        _source = new NpgsqlSlimDataSourceBuilder(_settings.ConnectionString).EnableTransportSecurity().Build();
    }

    public override string Name => "postgres";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation) =>
        await _source.OpenConnectionAsync(cancellation);

    public override bool IsForeignKeyViolation(DbException exception) =>
        exception.SqlState is PostgresErrorCodes.ForeignKeyViolation;

    public override bool IsUnavailable(DbException exception) => exception.IsTransient;

    public override async Task<bool> HasTableAsync(
        DbConnection connection,
        string table,
        CancellationToken cancellation
    ) =>
        await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = @table)",
                new { schema = Schema, table },
                cancellationToken: cancellation
            )
        );

    public override bool IsLockTimeout(DbException exception) =>
        exception.SqlState is PostgresErrorCodes.LockNotAvailable;

    public override async Task LockForMigrationAsync(
        DbTransaction transaction,
        TimeSpan lockTimeout,
        CancellationToken cancellation
    )
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            $"""
            SET LOCAL lock_timeout = '{MigratorTimeoutSeconds}s';
            SELECT pg_advisory_xact_lock({MigrationLock});
            SET LOCAL lock_timeout = {(int)lockTimeout.TotalMilliseconds}
            """,
            transaction: transaction,
            commandTimeout: MigratorTimeoutSeconds * 2
        );
        var exists = await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @schema)",
            new { schema = Schema },
            transaction
        );
        // IF NOT EXISTS would ask for the right to create even where there is nothing to create.
        if (!exists)
            await connection.ExecuteAsync($"CREATE SCHEMA {Schema}", transaction: transaction);
    }

    public override Task BackupAsync(string file, CancellationToken cancellation) =>
        SafeFile.WriteAsync(file, partial => PostgresTools.DumpAsync(_settings, Schema, partial, cancellation));

    public override Task RestoreAsync(string file, CancellationToken cancellation) =>
        PostgresTools.RestoreAsync(_settings, Schema, file, cancellation);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
