using Npgsql;
using Slipway.Testing;
using static Slipway.Databases.Tests.PostgresQueries;

namespace Slipway.Databases.Tests;

public sealed class PostgresOutlookTests
{
    [SkippableFact]
    public async Task Two_servers_of_one_kind_are_the_same_wherever_they_listen()
    {
        PostgresHere.Require();
        await using var one = await PostgresHere.StartAsync();
        await using var other = await PostgresHere.StartAsync();

        PostgresOutlook.OfServer(one.ConnectionString).Should().Be(PostgresOutlook.OfServer(other.ConnectionString));
    }

    [SkippableFact]
    public async Task A_server_of_which_somebody_has_changed_a_setting_is_another_one()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();
        var before = PostgresOutlook.OfServer(postgres.ConnectionString);

        await AskAsync(postgres.ConnectionString, "ALTER DATABASE postgres SET work_mem = '5MB'");

        PostgresOutlook.OfServer(postgres.ConnectionString).Should().NotBe(before).And.Contain("work_mem=5120");
    }

    [SkippableFact]
    public async Task A_user_who_may_do_less_finds_another_server()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();
        await AskAsync(postgres.ConnectionString, "CREATE ROLE guest LOGIN PASSWORD 'guest'");
        var guest = new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
        {
            Username = "guest",
            Password = "guest",
        };

        PostgresOutlook
            .OfServer(guest.ConnectionString)
            .Should()
            .NotBe(PostgresOutlook.OfServer(postgres.ConnectionString));
    }

    [Fact]
    public void A_server_that_does_not_answer_is_no_server()
    {
        var asking = () => PostgresOutlook.OfServer($"Host=127.0.0.1;Port={FreePort.Next()};Username=postgres");

        asking.Should().Throw<PostgresUnavailableException>().WithMessage("the given PostgreSQL does not answer: *");
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_not_quoted()
    {
        var asking = () => PostgresOutlook.OfServer("Password=geheim;nonsense");

        asking.Should().Throw<PostgresUnavailableException>().Which.Message.Should().NotContain("geheim");
    }
}
