using Npgsql;
using Slipway.Databases;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Running;

/// <summary>A throw-away PostgreSQL server in the place of a container of the <c>postgres</c> image.</summary>
sealed class PostgresService : IRunningService
{
    const string Inner = "5432";

    readonly ThrowawayPostgres _server;

    PostgresService(ThrowawayPostgres server) => _server = server;

    public IReadOnlyDictionary<string, string> Ports { get; private init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The official image, whatever its version, registry or digest.</summary>
    public static bool StandsFor(string image)
    {
        var name = image.Split('@')[0].Split('/')[^1].Split(':')[0];
        return name is "postgres";
    }

    /// <summary>With the user, password and database that the image would make (hub.docker.com/_/postgres).</summary>
    /// <exception cref="StepException">A port of this machine is asked for, or there is no server.</exception>
    public static async Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var container = request.Container;
        if (container.Ports.FirstOrDefault(port => port.Contains(':', StringComparison.Ordinal)) is { } mapped)
        {
            throw new StepException(
                $"The service '{request.Id}' asks for the port {mapped} of the machine; without a Docker engine only a free one "
                    + $"can be given: state `ports: [{Inner}]` and read `job.services.{request.Id}.ports['{Inner}']`."
            );
        }
        try
        {
            var server = await ThrowawayPostgres.StartAsync(cancellationToken: cancellation);
            try
            {
                await PrepareAsync(server, name => container.Env.Find(name), cancellation);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
            var port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;
            request.Log.Write(
                $"No Docker engine answers: PostgreSQL {server.Version} of this machine stands for {container.Image}."
            );
            return new PostgresService(server)
            {
                Ports = new Dictionary<string, string>(StringComparer.Ordinal) { [Inner] = $"{port}" },
            };
        }
        catch (Exception failure) when (failure is PostgresUnavailableException or NpgsqlException)
        {
            throw new StepException(
                $"The service '{request.Id}' ({container.Image}) does not start: {failure.Message}",
                failure
            );
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    static async Task PrepareAsync(
        ThrowawayPostgres server,
        Func<string, string?> setting,
        CancellationToken cancellation
    )
    {
        var user = setting("POSTGRES_USER") is { Length: > 0 } named ? named : "postgres";
        var database = setting("POSTGRES_DB") is { Length: > 0 } stated ? stated : user;
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        var verb = await ExistsAsync("pg_roles WHERE rolname", user) ? "ALTER" : "CREATE";
        await RunAsync(
            $"{verb} ROLE {Quoted(user)} WITH SUPERUSER LOGIN PASSWORD {Text(setting("POSTGRES_PASSWORD") ?? "")}"
        );
        if (!await ExistsAsync("pg_database WHERE datname", database))
            await RunAsync($"CREATE DATABASE {Quoted(database)}");

        async Task<bool> ExistsAsync(string where, string name)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this method.
            command.CommandText = $"SELECT 1 FROM {where} = @name";
#pragma warning restore CA2100
            command.Parameters.AddWithValue("name", name);
            return await command.ExecuteScalarAsync(cancellation) is not null;
        }

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements that define something take no parameters: names and texts are quoted.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
