using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.State;

namespace Slipway.Databases.Copies;

/// <summary>Where the databases of one environment live: its own, and the scratch databases beside it.</summary>
public interface IDatabaseServer
{
    /// <exception cref="Slipway.Delivery.DeliveryException">It could not be made.</exception>
    Task<ScratchDatabase> CreateAsync(CancellationToken cancellation);

    /// <summary>Removes every scratch database of this environment, whoever left it.</summary>
    /// <exception cref="Slipway.Delivery.DeliveryException">The server is away.</exception>
    Task SweepAsync(CancellationToken cancellation);
}

/// <summary>A database made for a moment, and how a backend is made to use it.</summary>
public abstract class ScratchDatabase(string name, string data) : IScratchDatabase
{
    public string Name { get; } = name;

    /// <summary>What stands in the place of the environment's data directory.</summary>
    public string Data { get; } = data;

    /// <summary>Settings that take the place of the environment's; values may be secrets.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <exception cref="Slipway.Delivery.DeliveryException">It cannot be read.</exception>
    public abstract Task<IReadOnlyList<TableFingerprint>> ReadAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The server of an environment, as its spec describes it.</summary>
public static class DatabaseServers
{
    /// <summary>Null: the spec does not say where the database is.</summary>
    public static IDatabaseServer? Of(EnvironmentSpec environment, EnvironmentDirectory directory) =>
        environment.Database switch
        {
            SqliteFile sqlite => new SqliteServer(sqlite, directory),
            PostgresConnection postgres => new PostgresServer(
                postgres.Setting,
                PostgresAddress.Parse(environment.Settings[postgres.Setting], postgres.Setting),
                directory
            ),
            _ => null,
        };
}
