using Slipway.Databases.Clusters;

namespace Slipway.Databases.Sources;

/// <summary>A cluster of our own, run by the binaries found in the first of the directories that has them.</summary>
sealed class MachineBinaries(IEnumerable<string> directories) : IPostgresSource
{
    public async Task<SourceAttempt> TryStartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            return SourceAttempt.Nothing("server binaries are used on Linux and macOS alone");
        if (directories.FirstOrDefault(HasServer) is not { } directory)
            return SourceAttempt.Nothing("no server binaries (initdb, postgres) on this machine");
        if (!ClusterOwner.TryFind(out var owner, out var missing))
            return SourceAttempt.Nothing(missing);

        return SourceAttempt.Started(
            await LocalCluster.StartAsync(directory, owner, PostgresSource.Binaries, cancellationToken)
        );
    }

    static bool HasServer(string directory) =>
        File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres"));
}
