using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using TinyGallery.Api.Verbs;

namespace TinyGallery.Api.Data;

/// <summary>
/// One file, shared by every process of the service on this machine: write-ahead log, so that readers and a writer do
/// not wait for each other. The provider begins transactions with BEGIN IMMEDIATE: the write lock is taken at the start,
/// never in the middle, and that is also the lock of migrations.
/// </summary>
sealed class SqliteDatabase : Database
{
    // https://www.sqlite.org/rescode.html
    const int Busy = 5;
    const int Locked = 6;
    const int Full = 13;
    const int CannotOpen = 14;
    const int ForeignKeyViolation = 787;

    readonly string _file;
    readonly string _connectionString;

    /// <summary>Writers of this process wait here without a thread; those of other processes in SQLite itself.</summary>
    readonly SemaphoreSlim _writer = new(1);

    static SqliteDatabase() => SQLitePCL.Batteries.Init();

    public SqliteDatabase(string file)
    {
        _file = file;
        _connectionString = ConnectionString(file, SqliteOpenMode.ReadWrite);
    }

    public override string Name => "sqlite";

    public override Task<DbConnection> OpenAsync(CancellationToken cancellation) =>
        OpenAsync(_connectionString, cancellation);

    public override async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await base.WriteAsync(work, cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    public override bool IsForeignKeyViolation(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ForeignKeyViolation };

    public override bool IsUnavailable(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked or Full or CannotOpen };

    public override async Task<bool> HasTableAsync(
        DbConnection connection,
        string table,
        CancellationToken cancellation
    ) =>
        await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table",
                new { table },
                cancellationToken: cancellation
            )
        ) > 0;

    public override bool IsCreated => File.Exists(_file);

    public override async Task CreateAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await using var connection = await OpenAsync(
            ConnectionString(_file, SqliteOpenMode.ReadWriteCreate),
            cancellation
        );
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
    }

    public override Task BackupAsync(string file, CancellationToken cancellation) =>
        SafeFile.WriteAsync(
            file,
            async partial =>
            {
                await using var source = (SqliteConnection)await OpenAsync(cancellation);
                await using var target = (SqliteConnection)
                    await OpenAsync(ConnectionString(partial, SqliteOpenMode.ReadWriteCreate), cancellation);
                source.BackupDatabase(target);
                // One file, whole in itself: no write-ahead log beside it.
                await target.ExecuteAsync("PRAGMA journal_mode = DELETE");
                await CheckAsync(target, partial);
            }
        );

    public override async Task RestoreAsync(string file, CancellationToken cancellation)
    {
        await using var source = (SqliteConnection)await OpenBackupAsync(file, cancellation);
        await CheckAsync(source, file);
        if (!await HasTableAsync(source, MigrationTable, cancellation))
            throw new ExpectedFailureException($"{file} is an SQLite database, but no backup of TinyGallery.");

        // SQLite's online backup, the other way round: one transaction on the live file, which other processes may
        // have open. Killed in the middle, the old content is back.
        await CreateAsync(cancellation);
        await using var target = (SqliteConnection)await OpenAsync(cancellation);
        source.BackupDatabase(target);
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    static async Task<DbConnection> OpenBackupAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new ExpectedFailureException($"There is no file {file} to restore from.");
        return await OpenAsync(ConnectionString(file, SqliteOpenMode.ReadOnly, pooling: false), cancellation);
    }

    static async Task CheckAsync(DbConnection connection, string file)
    {
        string? found;
        try
        {
            found = await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)");
        }
        catch (SqliteException damaged)
        {
            found = damaged.Message;
        }

        if (found is not "ok")
            throw new ExpectedFailureException($"{file} is not a whole SQLite database: {found}");
    }

    static async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            // SQLite's own waiting is finer than the provider's, which retries each 150 ms.
            await connection.ExecuteAsync("PRAGMA busy_timeout = 10000");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    static string ConnectionString(string file, SqliteOpenMode mode, bool? pooling = null) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            ForeignKeys = true,
            // A file that is made once, or read once, is let go at once.
            Pooling = pooling ?? mode == SqliteOpenMode.ReadWrite,
        }.ConnectionString;
}
