using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Slipway.Delivery;

namespace Slipway.Databases.Copies;

/// <summary>A connection to a PostgreSQL database, and the same to another one of its server, each in the form it was given in.</summary>
sealed class PostgresAddress
{
    readonly Uri? _uri;
    readonly NpgsqlConnectionStringBuilder _settings;

    PostgresAddress(Uri? uri, NpgsqlConnectionStringBuilder settings)
    {
        _uri = uri;
        // A pool would hold a connection, and with it a database that is to be dropped.
        _settings = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false };
    }

    /// <summary>For Npgsql.</summary>
    public string ConnectionString => _settings.ConnectionString;

    /// <param name="connection">
    /// Npgsql's form, or libpq's URI of one host
    /// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS) with <c>sslmode</c>.
    /// </param>
    /// <exception cref="DeliveryException">It is neither; the message does not repeat it.</exception>
    [SuppressMessage(
        "Design",
        "MA0054:Embed the caught exception as innerException",
        Justification = "Its message may quote the value, password included."
    )]
    public static PostgresAddress Parse(string connection, string setting)
    {
        try
        {
            if (!connection.Contains("://", StringComparison.Ordinal))
                return new PostgresAddress(null, new NpgsqlConnectionStringBuilder(connection));
            var uri = new Uri(connection);
            return new PostgresAddress(uri, Settings(uri));
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DeliveryException(
                $"The setting {setting} is no connection to PostgreSQL: neither Host=…;Database=… nor postgres://…"
            );
        }
    }

    /// <summary>The same server and role, another database.</summary>
    public PostgresAddress With(string database)
    {
        var uri = _uri is null ? null : new UriBuilder(_uri) { Path = Uri.EscapeDataString(database) }.Uri;
        return new PostgresAddress(uri, new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database });
    }

    /// <summary>For the backend: as it was given.</summary>
    public string Value => _uri?.AbsoluteUri ?? WithPool();

    string WithPool()
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString);
        settings.Remove("Pooling");
        return settings.ConnectionString;
    }

    static NpgsqlConnectionStringBuilder Settings(Uri uri)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        if (uri.Port > 0)
            settings.Port = uri.Port;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2)
            settings.Password = Uri.UnescapeDataString(user[1]);
        if (Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) is { Length: > 0 } database)
            settings.Database = database;
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            if (parts is ["sslmode", var mode])
                settings.SslMode = Enum.Parse<SslMode>(
                    mode.Replace("-", "", StringComparison.Ordinal),
                    ignoreCase: true
                );
        }

        return settings;
    }
}
