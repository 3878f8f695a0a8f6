using Npgsql;
using Slipway.Databases.Copies;
using Slipway.Delivery;

namespace Slipway.Databases.Tests.Copies;

public sealed class PostgresAddressTests
{
    [Fact]
    public void Another_database_of_the_same_server_is_named_in_the_form_that_was_given()
    {
        PostgresAddress
            .Parse("postgres://me:p%40ss%3Aword@db:6543/gallery?sslmode=verify-full", "S")
            .With("scratch")
            .Value.Should()
            .Be("postgres://me:p%40ss%3Aword@db:6543/scratch?sslmode=verify-full");
        new NpgsqlConnectionStringBuilder(
            PostgresAddress.Parse("Host=db;Username=me;Password=w;Database=gallery", "S").With("scratch").Value
        )
            .Should()
            .BeEquivalentTo(
                new NpgsqlConnectionStringBuilder("Host=db;Username=me;Password=w;Database=scratch"),
                options => options.Including(settings => settings.ConnectionString)
            );
    }

    [Fact]
    public void A_URI_is_the_connection_that_it_says()
    {
        var read = new NpgsqlConnectionStringBuilder(
            PostgresAddress.Parse("postgresql://me:p%40ss%3Aword@db/my%20db?sslmode=require", "S").ConnectionString
        );

        (read.Host, read.Port, read.Username, read.Password, read.Database, read.SslMode)
            .Should()
            .Be(("db", 5432, "me", "p@ss:word", "my db", SslMode.Require));
        read.Pooling.Should().BeFalse();
    }

    [Theory]
    [InlineData("Hostess=db;Password=dummy-word")]
    [InlineData("postgres://:dummy-word@:x/")]
    [InlineData("postgres://db/x?sslmode=dummy-word")]
    public void What_is_no_connection_is_refused_without_being_repeated(string connection)
    {
        var parsing = () => PostgresAddress.Parse(connection, "ConnectionStrings__Gallery");

        parsing
            .Should()
            .Throw<DeliveryException>()
            .Which.ToString()
            .Should()
            .Contain("ConnectionStrings__Gallery")
            .And.NotContain("dummy-word");
    }
}
