using Slipway.Databases.Sources;

namespace Slipway.Databases;

/// <summary>Which PostgreSQL a throw-away server would be here, without starting one.</summary>
public static class PostgresOutlook
{
    const string DockerSocket = "/var/run/docker.sock";

    /// <summary>
    /// A text that is another one when the server would be: the server's program on this machine, whether there is a
    /// Docker engine, the packages that were downloaded.
    /// </summary>
    public static string OfThisMachine()
    {
        var program = BinaryDirectories
            .OfThisMachine()
            .Select(directory => new FileInfo(Path.Combine(directory, "postgres")))
            .FirstOrDefault(file => file.Exists);
        var binaries = program is null
            ? "none"
            : FormattableString.Invariant($"{program.FullName} {program.Length} {program.LastWriteTimeUtc:O}");
        var docker =
            Environment.GetEnvironmentVariable("DOCKER_HOST") ?? (File.Exists(DockerSocket) ? DockerSocket : "none");
        var cache = PostgresSources.CacheDirectory();
        var packages = Directory.Exists(cache)
            ? string.Join(
                ' ',
                Directory.EnumerateFileSystemEntries(cache).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            )
            : "none";
        return $"binaries: {binaries}; docker: {docker}; packages: {packages}";
    }
}
