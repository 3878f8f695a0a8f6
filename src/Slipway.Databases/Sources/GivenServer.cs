using Npgsql;

namespace Slipway.Databases.Sources;

/// <summary>A running server that somebody else keeps.</summary>
sealed class GivenServer(string? connection) : IPostgresSource
{
    public async Task<SourceAttempt> TryStartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(connection))
            return SourceAttempt.Nothing("no connection given");

        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException invalid)
        {
            // The parser's own message can quote the password.
            throw new PostgresUnavailableException(
                "The given PostgreSQL connection string cannot be read. It looks like"
                    + " Host=127.0.0.1;Port=5432;Username=…;Password=…",
                invalid
            );
        }

        try
        {
            var version = await Connections.VersionAsync(parsed.ConnectionString, cancellationToken);
            return SourceAttempt.Started(new RunningServer(PostgresSource.Given, parsed.ConnectionString, version));
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or ArgumentException)
        {
            throw new PostgresUnavailableException(
                $"The given PostgreSQL at {parsed.Host}:{parsed.Port} does not answer: {failure.Message}",
                failure
            );
        }
    }
}
