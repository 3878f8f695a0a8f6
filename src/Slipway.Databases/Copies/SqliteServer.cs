using Microsoft.Data.Sqlite;
using Slipway.Databases.Fingerprints;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Delivery.State;

namespace Slipway.Databases.Copies;

/// <summary>SQLite: a scratch database is a file of the same name in a directory of its own.</summary>
sealed class SqliteServer(SqliteFile database, EnvironmentDirectory environment) : IDatabaseServer
{
    readonly ScratchDirectories _directories = new(environment);

    public Task<ScratchDatabase> CreateAsync(CancellationToken cancellation)
    {
        // A backend that keeps it elsewhere would be given its own database as the scratch one.
        if (In(environment.Data) is var file && !File.Exists(file))
        {
            throw new DeliveryException(
                $"There is no {file}, where {environment.Name} is said to have its database "
                    + $"(EnvironmentSpec.Database is SqliteFile(\"{database.File}\"))."
            );
        }

        var directory = _directories.Create();
        return Task.FromResult<ScratchDatabase>(new Scratch(directory, Path.GetFullPath(In(directory))));
    }

    public Task SweepAsync(CancellationToken cancellation)
    {
        _directories.Sweep();
        return Task.CompletedTask;
    }

    string In(string data) => database.File.Replace("{data}", data, StringComparison.Ordinal);

    sealed class Scratch(string directory, string file) : ScratchDatabase(file, directory)
    {
        public override async Task<IReadOnlyList<TableFingerprint>> ReadAsync(CancellationToken cancellation)
        {
            try
            {
                return await SqliteFingerprint.OfAsync(Name, cancellation);
            }
            catch (SqliteException failure)
            {
                throw new DeliveryException($"The copy {Name} cannot be read: {failure.Message}", failure);
            }
        }

        public override ValueTask DisposeAsync()
        {
            ScratchDirectories.Remove(Data);
            return ValueTask.CompletedTask;
        }
    }
}
