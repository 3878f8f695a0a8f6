using Npgsql;
using TinyGallery.Api.Configuration;

namespace TinyGallery.UnitTests.Configuration;

public sealed class DatabaseSettingsTests
{
    [Fact]
    public void Nothing_given_is_a_file_in_the_data_directory()
    {
        DatabaseSettings
            .Read(null, "/var/lib/gallery")
            .Should()
            .Be(new DatabaseSettings(DatabaseKind.Sqlite, "/var/lib/gallery/gallery.db"));
    }

    [Fact]
    public void Without_a_directory_it_is_data_below_the_current_one()
    {
        DatabaseSettings.Read(" ", "").ConnectionString.Should().Be(Path.GetFullPath("data/gallery.db"));
    }

    [Fact]
    public void A_data_source_is_a_file()
    {
        DatabaseSettings
            .Read("Data Source=/srv/a.db", null)
            .Should()
            .Be(new DatabaseSettings(DatabaseKind.Sqlite, "/srv/a.db"));
    }

    [Theory]
    [InlineData("Host=db;Database=gallery")]
    [InlineData("Server=db;Database=gallery")]
    [InlineData("postgres://db/gallery")]
    [InlineData("POSTGRESQL://db/gallery")]
    public void A_host_is_postgres(string connection)
    {
        var settings = DatabaseSettings.Read(connection, null);

        settings.Kind.Should().Be(DatabaseKind.Postgres);
        new NpgsqlConnectionStringBuilder(settings.ConnectionString).Host.Should().Be("db");
    }

    [Fact]
    public void A_uri_gives_all_that_it_has()
    {
        var settings = DatabaseSettings.Read("postgres://me:p%40ss%3Aword@db:6543/my%20db?sslmode=verify-full", null);

        var builder = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        builder.Host.Should().Be("db");
        builder.Port.Should().Be(6543);
        builder.Username.Should().Be("me");
        builder.Password.Should().Be("p@ss:word");
        builder.Database.Should().Be("my db");
        builder.SslMode.Should().Be(SslMode.VerifyFull);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Colour=blue")]
    [InlineData("postgres://")]
    [InlineData("postgres://db/gallery?sslmode=maybe")]
    [InlineData("postgres://db/gallery?target=any")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Host=db;Colour=blue")]
    public void What_is_neither_is_refused_by_the_name_of_the_setting(string connection)
    {
        var reading = () => DatabaseSettings.Read(connection, null);

        reading.Should().Throw<InvalidConfigurationException>().WithMessage("ConnectionStrings__Gallery*");
    }

    [Theory]
    [InlineData("Password=hunter2")]
    [InlineData("Host=db;Password=hunter2;Colour=blue")]
    [InlineData("Host=db;Password=hunter2;Port=hunter2")]
    [InlineData("postgres://me:hunter2@db/x?colour=blue")]
    [InlineData("postgres://me:hunter2@/x")]
    public void A_password_is_never_in_the_error(string connection)
    {
        var reading = () => DatabaseSettings.Read(connection, null);

        reading.Should().Throw<InvalidConfigurationException>().Which.Message.Should().NotContain("hunter2");
    }
}
