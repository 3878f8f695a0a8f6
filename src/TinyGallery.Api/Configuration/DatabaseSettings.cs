using System.Data.Common;
using Npgsql;

namespace TinyGallery.Api.Configuration;

enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Which database, and the connection string for its driver.</summary>
sealed record DatabaseSettings(DatabaseKind Kind, string ConnectionString)
{
    const string Setting = "ConnectionStrings__Gallery";

    /// <param name="connection">
    /// <c>Host=…;Database=…</c> or <c>postgres://user:password@host:port/database</c> for PostgreSQL,
    /// <c>Data Source=…</c> for SQLite; nothing means SQLite in <paramref name="dataDirectory"/>.
    /// </param>
    /// <exception cref="InvalidConfigurationException">It is none of these.</exception>
    public static DatabaseSettings Read(string? connection, string? dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            var directory = Path.GetFullPath(string.IsNullOrWhiteSpace(dataDirectory) ? "data" : dataDirectory);
            return Sqlite(Path.Combine(directory, "gallery.db"));
        }

        if (PostgresUri.Looks(connection))
            return Postgres(PostgresUri.ToConnectionString(connection, Setting));

        var parts = Parse(connection);
        if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
            return Postgres(connection);
        if (parts.TryGetValue("Data Source", out var file) || parts.TryGetValue("DataSource", out file))
            return Sqlite(Path.GetFullPath((string)file));

        throw new InvalidConfigurationException(
            $"{Setting} is neither a PostgreSQL connection (Host=… or postgres://…) nor a SQLite one (Data Source=…)."
        );
    }

    static DatabaseSettings Sqlite(string file) => new(DatabaseKind.Sqlite, file);

    static DatabaseSettings Postgres(string connection)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connection);
            return new(DatabaseKind.Postgres, builder.ConnectionString);
        }
        catch (Exception invalid) when (invalid is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver's message may quote the value, password included.
            throw new InvalidConfigurationException(
                $"{Setting} holds an option that PostgreSQL's driver does not know."
            );
        }
    }

    static DbConnectionStringBuilder Parse(string connection)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connection };
        }
        catch (ArgumentException)
        {
            throw new InvalidConfigurationException($"{Setting} is not a connection string (name=value;name=value).");
        }
    }
}
