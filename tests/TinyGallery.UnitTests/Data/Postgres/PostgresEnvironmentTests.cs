using Npgsql;
using TinyGallery.Api.Data.Postgres;

namespace TinyGallery.UnitTests.Data.Postgres;

public sealed class PostgresEnvironmentTests
{
    [Fact]
    public void A_connection_is_told_in_full()
    {
        var settings = new NpgsqlConnectionStringBuilder(
            "Host=db;Port=6543;Username=me;Password=secret;Database=gallery;SSL Mode=VerifyFull;Root Certificate=/ca.pem"
        );

        PostgresEnvironment
            .Of(settings)
            .Should()
            .Contain([
                new("PGHOST", "db"),
                new("PGPORT", "6543"),
                new("PGUSER", "me"),
                new("PGPASSWORD", "secret"),
                new("PGDATABASE", "gallery"),
                new("PGSSLMODE", "verify-full"),
                new("PGSSLROOTCERT", "/ca.pem"),
            ]);
    }

    [Theory]
    [InlineData(SslMode.Disable, "disable")]
    [InlineData(SslMode.Allow, "allow")]
    [InlineData(SslMode.Prefer, "prefer")]
    [InlineData(SslMode.Require, "require")]
    [InlineData(SslMode.VerifyCA, "verify-ca")]
    public void Encryption_is_never_less_than_was_asked_for(SslMode mode, string expected)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = "db", SslMode = mode };

        PostgresEnvironment.Of(settings).Should().Contain(new KeyValuePair<string, string>("PGSSLMODE", expected));
    }

    [Fact]
    public void What_is_not_given_is_left_to_the_programs_own_rules()
    {
        PostgresEnvironment
            .Of(new NpgsqlConnectionStringBuilder { Host = "db" })
            .Select(variable => variable.Key)
            .Should()
            .NotContain(["PGUSER", "PGPASSWORD", "PGDATABASE"]);
    }
}
