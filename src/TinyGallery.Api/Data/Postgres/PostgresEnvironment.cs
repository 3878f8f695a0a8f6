using System.Globalization;
using Npgsql;

namespace TinyGallery.Api.Data.Postgres;

/// <summary>
/// A connection as the environment variables of PostgreSQL's own programs
/// (https://www.postgresql.org/docs/current/libpq-envars.html).
/// </summary>
static class PostgresEnvironment
{
    public static IEnumerable<KeyValuePair<string, string>> Of(NpgsqlConnectionStringBuilder settings)
    {
        yield return new("PGHOST", settings.Host ?? "localhost");
        yield return new("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture));
        yield return new("PGSSLMODE", SslModeOf(settings.SslMode));
        yield return new("PGCONNECT_TIMEOUT", "15");
        if (settings.Database is { Length: > 0 } database)
            yield return new("PGDATABASE", database);
        if (settings.Username is { Length: > 0 } user)
            yield return new("PGUSER", user);
        if (settings.Password is { Length: > 0 } password)
            yield return new("PGPASSWORD", password);
        if (settings.RootCertificate is { Length: > 0 } certificate)
            yield return new("PGSSLROOTCERT", certificate);
    }

    static string SslModeOf(SslMode mode) =>
        mode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        };
}
