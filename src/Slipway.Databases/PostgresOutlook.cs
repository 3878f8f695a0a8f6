using Npgsql;
using Slipway.Databases.Sources;

namespace Slipway.Databases;

/// <summary>Which PostgreSQL tests would run on: the one that would be started here, or one that is given.</summary>
public static class PostgresOutlook
{
    const string DockerSocket = "/var/run/docker.sock";

    /// <summary>The views are those of postgresql.org/docs/current/views.html and catalogs.html.</summary>
    const string Behaviour = """
        SELECT concat_ws(E'\n',
          version(),
          (SELECT concat_ws(' ', rolname, rolsuper, rolcreatedb, rolcreaterole) FROM pg_roles WHERE rolname = current_user),
          (SELECT string_agg(concat(name, '=', setting), ' ' ORDER BY name) FROM pg_settings
             WHERE source NOT IN ('default', 'override', 'client', 'session')
               AND category NOT IN ('File Locations', 'Connections and Authentication / Connection Settings')
               AND category NOT LIKE 'Reporting and Logging%'),
          (SELECT string_agg(concat(name, ' ', default_version), ', ' ORDER BY name) FROM pg_available_extensions))
        """;

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

    /// <summary>
    /// A text that is another one when the server behaves in another way: its version, the settings that somebody has
    /// changed, the extensions that it offers, and what the user may do. Where it listens and what it logs is no part of it.
    /// </summary>
    /// <exception cref="PostgresUnavailableException">It does not answer within 10 s.</exception>
    public static string OfServer(string connection)
    {
        try
        {
            using var opened = new NpgsqlConnection(Connections.WithoutPool(connection));
            opened.Open();
            using var asked = new NpgsqlCommand(Behaviour, opened);
            return (string)asked.ExecuteScalar()!;
        }
        // Not the parser's own message, which can quote the password.
        catch (ArgumentException invalid)
        {
            throw new PostgresUnavailableException("the PostgreSQL connection string cannot be read", invalid);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw new PostgresUnavailableException($"the given PostgreSQL does not answer: {failure.Message}", failure);
        }
    }
}
