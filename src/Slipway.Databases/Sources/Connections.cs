using Npgsql;

namespace Slipway.Databases.Sources;

/// <summary>Connection strings and the wait for a server that is starting.</summary>
static class Connections
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>For the superuser of a server of our own on loopback.</summary>
    public static string ToLoopback(int port, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Password = password,
            Database = "postgres",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>A pool would hold a connection, and with it a database, that nobody uses any more.</summary>
    public static string WithoutPool(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 10 }.ConnectionString;

    /// <summary>Connects once and answers the server's version.</summary>
    public static async Task<Version> VersionAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(WithoutPool(connectionString));
        await connection.OpenAsync(cancellationToken);
        return connection.PostgreSqlVersion;
    }

    /// <summary>
    /// Connects until the server answers, and answers its version. Ends with the token, or with null as soon as
    /// <paramref name="gone"/> completes: the server has ended and will never answer.
    /// </summary>
    public static async Task<Version?> WaitUntilReadyAsync(
        string connectionString,
        Task gone,
        CancellationToken cancellationToken
    )
    {
        while (!gone.IsCompleted)
        {
            try
            {
                return await VersionAsync(connectionString, cancellationToken);
            }
            catch (NpgsqlException)
            {
                // Nobody listens yet, or the server says that it is starting up.
                await Task.WhenAny(gone, Task.Delay(Pause, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return null;
    }
}
