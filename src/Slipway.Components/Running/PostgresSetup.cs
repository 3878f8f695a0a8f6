using Npgsql;

namespace Slipway.Components.Running;

/// <summary>Gives a server what the postgres image makes of its variables (hub.docker.com/_/postgres).</summary>
static class PostgresSetup
{
    /// <param name="connectionString">Of a server of our own, for a user who may do anything.</param>
    /// <param name="variable">POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB, POSTGRES_HOST_AUTH_METHOD.</param>
    public static async Task ApplyAsync(
        string connectionString,
        Func<string, string?> variable,
        CancellationToken cancellation
    )
    {
        var user = variable("POSTGRES_USER") is { Length: > 0 } named ? named : "postgres";
        var database = variable("POSTGRES_DB") is { Length: > 0 } stated ? stated : user;
        var method = variable("POSTGRES_HOST_AUTH_METHOD");
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        if (method is "trust")
            await TrustAsync();
        // Last, for it may be the user of this connection.
        if (!await ExistsAsync("pg_database", "datname", database))
            await RunAsync($"CREATE DATABASE {Quoted(database)}");
        var verb = await ExistsAsync("pg_roles", "rolname", user) ? "ALTER" : "CREATE";
        var password = variable("POSTGRES_PASSWORD") is { Length: > 0 } given ? $" PASSWORD {Text(given)}" : "";
        await RunAsync($"{verb} ROLE {Quoted(user)} WITH SUPERUSER LOGIN{password}");

        async Task TrustAsync()
        {
            await using var command = source.CreateCommand("SHOW hba_file");
            var file = (string)(await command.ExecuteScalarAsync(cancellation))!;
            await RunAsync($"COPY (SELECT 'host all all 127.0.0.1/32 trust') TO {Text(file)}");
            await RunAsync("SELECT pg_reload_conf()");
        }

        async Task<bool> ExistsAsync(string table, string column, string name)
        {
            await using var command = source.CreateCommand($"SELECT 1 FROM {table} WHERE {column} = @name");
            command.Parameters.AddWithValue("name", name);
            return await command.ExecuteScalarAsync(cancellation) is not null;
        }

        async Task RunAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
