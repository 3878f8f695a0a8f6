using Npgsql;

namespace TinyGallery.Api.Configuration;

/// <summary>
/// The URI form of a PostgreSQL connection, as libpq defines it
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS), one host, with <c>sslmode</c>.
/// </summary>
static class PostgresUri
{
    const int DefaultPort = 5432;

    public static bool Looks(string connection) =>
        connection.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || connection.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    public static string ToConnectionString(string connection, string setting)
    {
        if (!Uri.TryCreate(connection, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new InvalidConfigurationException(
                $"{setting} is not a URI of the form postgres://user:password@host:port/database."
            );

        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2)
            builder.Password = Uri.UnescapeDataString(user[1]);
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (database.Length > 0)
            builder.Database = database;

        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Apply(builder, option, setting);
        return builder.ConnectionString;
    }

    static void Apply(NpgsqlConnectionStringBuilder builder, string option, string setting)
    {
        var parts = option.Split('=', 2);
        var mode = parts.Length == 2 ? parts[1].Replace("-", "", StringComparison.Ordinal) : "";
        if (parts[0] is not "sslmode" || !Enum.TryParse<SslMode>(mode, ignoreCase: true, out var ssl))
            throw new InvalidConfigurationException(
                $"{setting}: of a URI's options only sslmode=disable|allow|prefer|require|verify-ca|verify-full "
                    + "is understood; use the form Host=…;Database=… for others."
            );
        builder.SslMode = ssl;
    }
}
