using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Slipway.Databases.Fingerprints;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Delivery.State;

namespace Slipway.Databases.Copies;

/// <summary>
/// PostgreSQL: scratch databases on the same server, made by the same role. Their names begin alike for one environment
/// directory, so that what a killed run has left is known, and another environment's is let be.
/// </summary>
sealed class PostgresServer(string setting, PostgresAddress address, EnvironmentDirectory environment) : IDatabaseServer
{
    readonly ScratchDirectories _directories = new(environment);

    PostgresAddress Address => address;

    string Prefix { get; } = $"slipway_scratch_{Short(environment.Path)}_";

    public async Task<ScratchDatabase> CreateAsync(CancellationToken cancellation)
    {
        var name = Prefix + RandomNumberGenerator.GetHexString(8, lowercase: true);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0", cancellation);
        return new Scratch(this, setting, name, _directories.Create());
    }

    public async Task SweepAsync(CancellationToken cancellation)
    {
        _directories.Sweep();
        await RunAsync(
            async connection =>
            {
                var names = new List<string>();
                await using (
                    var find = new NpgsqlCommand(
                        "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
                        connection
                    )
                )
                {
                    find.Parameters.Add(new NpgsqlParameter { Value = Prefix });
                    await using var reader = await find.ExecuteReaderAsync(cancellation);
                    while (await reader.ReadAsync(cancellation))
                        names.Add(reader.GetString(0));
                }

                foreach (var name in names)
                    await DropAsync(connection, name, cancellation);
            },
            cancellation
        );
    }

    Task ExecuteAsync(string sql, CancellationToken cancellation) =>
        RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync(cancellation);
            },
            cancellation
        );

    async Task RunAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellation);
            await work(connection);
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DeliveryException(
                $"{environment.Name}: {failure.MessageText}. Rehearsals and drills need a role that may create databases: "
                    + "ALTER ROLE … CREATEDB.",
                failure
            );
        }
        catch (NpgsqlException failure)
        {
            throw new DeliveryException($"{environment.Name}: PostgreSQL says: {failure.Message}", failure);
        }
    }

    // FORCE: what still holds it is a process that a killed run has left.
    static async Task DropAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync(cancellation);
    }

    static string Short(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];

    sealed class Scratch(PostgresServer server, string setting, string name, string directory)
        : ScratchDatabase(name, directory)
    {
        readonly PostgresAddress _address = server.Address.With(name);

        public override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = _address.Value };

        public override async Task<IReadOnlyList<TableFingerprint>> ReadAsync(CancellationToken cancellation)
        {
            try
            {
                return await PostgresFingerprint.OfAsync(_address.ConnectionString, cancellation);
            }
            catch (NpgsqlException failure)
            {
                throw new DeliveryException($"The copy {Name} cannot be read: {failure.Message}", failure);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            ScratchDirectories.Remove(Data);
            await server.RunAsync(
                connection => DropAsync(connection, Name, CancellationToken.None),
                CancellationToken.None
            );
        }
    }
}
