using Slipway.Databases;
using Slipway.Testing;

namespace Slipway.Proofs.Sites;

/// <summary>SQLite files, and one real PostgreSQL for all proofs.</summary>
public sealed class DatabaseServers : IAsyncLifetime
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    ThrowawayPostgres? _server;
    int _count;

    /// <summary>A new database; null for SQLite, which lies in the environment's own directory.</summary>
    public async Task<string?> CreateAsync(string kind)
    {
        if (kind == Sqlite)
            return null;
        try
        {
            _server ??= await ThrowawayPostgres.StartAsync();
        }
        catch (PostgresUnavailableException missing)
        {
            Servers.Require(present: false, missing.Message);
        }

        // Two revisions run at once, and the server takes 100 connections in all.
        var connection = await _server!.CreateDatabaseAsync($"proof_{Environment.ProcessId}_{++_count}");
        return $"{connection};Maximum Pool Size=40";
    }

    /// <summary>
    /// For proofs that kill and do not measure: on both at once, which takes half of the time. Where there is no PostgreSQL,
    /// SQLite is proved before the test is skipped.
    /// </summary>
    /// <param name="prove">Gets the kind of database and its connection; null for SQLite.</param>
    public async Task OnBothAsync(Func<string, string?, Task> prove)
    {
        var sqlite = Task.Run(() => prove(Sqlite, null));
        try
        {
            await prove(Postgres, await CreateAsync(Postgres));
        }
        finally
        {
            await sqlite;
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>Proofs measure, so they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProofCollection : ICollectionFixture<DatabaseServers>
{
    public const string Name = "proofs";
}
