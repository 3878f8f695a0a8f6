using Npgsql;
using Slipway.Databases.Sources;
using Slipway.Testing;
using static Slipway.Databases.Tests.PostgresQueries;

namespace Slipway.Databases.Tests;

public class ThrowawayPostgresTests
{
    [SkippableFact]
    public async Task Binaries_of_the_machine_give_a_server_that_answers()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();

        (await AskAsync(postgres.ConnectionString, "SELECT 40 + 2")).Should().Be("42");
        postgres.Source.Should().Be(PostgresSource.Binaries);
        (await AskAsync(postgres.ConnectionString, "SHOW server_version"))
            .Should()
            .StartWith($"{postgres.Version.Major}.{postgres.Version.Minor}");
    }

    [SkippableFact]
    public async Task The_server_listens_on_loopback_alone()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();

        (await AskAsync(postgres.ConnectionString, "SHOW listen_addresses")).Should().Be("127.0.0.1");
        (await AskAsync(postgres.ConnectionString, "SHOW unix_socket_directories")).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Nobody_gets_in_without_the_password()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guessed" };

        var connecting = () => AskAsync(wrong.ConnectionString, "SELECT 1");

        (await connecting.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("28P01");
    }

    [SkippableFact]
    public async Task Two_servers_run_side_by_side()
    {
        PostgresHere.Require();
        var both = await Task.WhenAll(PostgresHere.StartAsync(), PostgresHere.StartAsync());
        await using var one = both[0];
        await using var other = both[1];

        one.ConnectionString.Should().NotBe(other.ConnectionString);
        (await AskAsync(one.ConnectionString, "SELECT 1")).Should().Be("1");
        (await AskAsync(other.ConnectionString, "SELECT 1")).Should().Be("1");
    }

    [SkippableFact]
    public async Task After_disposal_once_or_twice_neither_server_nor_directory_is_there()
    {
        PostgresHere.Require();
        var postgres = await PostgresHere.StartAsync();
        var data = await AskAsync(postgres.ConnectionString, "SHOW data_directory");
        var port = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Port;

        await postgres.DisposeAsync();
        await postgres.DisposeAsync();

        Directory.Exists(Path.GetDirectoryName(data)).Should().BeFalse();
        Listens(port).Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_database_of_any_name_can_be_created_and_used()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();

        var connection = await postgres.CreateDatabaseAsync("Größe \"A\"; DROP");

        (await AskAsync(connection, "SELECT current_database()")).Should().Be("Größe \"A\"; DROP");
    }

    [SkippableFact]
    public async Task A_name_that_the_server_would_cut_short_is_refused()
    {
        PostgresHere.Require();
        await using var postgres = await PostgresHere.StartAsync();

        var creating = () => postgres.CreateDatabaseAsync(new string('x', 64));

        await creating.Should().ThrowAsync<ArgumentException>().WithMessage("*at most 63 bytes*");
    }

    [SkippableFact]
    public async Task A_given_server_is_used_and_left_without_what_was_created_on_it()
    {
        PostgresHere.Require();
        await using var keeper = await PostgresHere.StartAsync();
        var options = new PostgresOptions { Connection = keeper.ConnectionString };

        await using (var given = await ThrowawayPostgres.StartAsync(options))
        {
            given.Source.Should().Be(PostgresSource.Given);
            given.Version.Should().Be(keeper.Version);
            var database = await given.CreateDatabaseAsync("passing");
            (await AskAsync(database, "SELECT 1")).Should().Be("1");
        }

        (await AskAsync(keeper.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname = 'passing'"))
            .Should()
            .Be("0");
    }

    [Fact]
    public async Task A_given_server_that_does_not_answer_is_an_error_without_its_password()
    {
        var port = FreePort.Next();
        var options = new PostgresOptions { Connection = $"Host=127.0.0.1;Port={port};Username=u;Password=dummy-word" };

        var starting = () => ThrowawayPostgres.StartAsync(options);

        (await starting.Should().ThrowAsync<PostgresUnavailableException>())
            .Which.Message.Should()
            .StartWith($"The given PostgreSQL at 127.0.0.1:{port} does not answer: ")
            .And.NotContain("dummy-word");
    }

    [Fact]
    public async Task A_given_connection_that_cannot_be_read_is_an_error_that_does_not_quote_it()
    {
        var options = new PostgresOptions { Connection = "postgres://user:dummy-word@host/db" };

        var starting = () => ThrowawayPostgres.StartAsync(options);

        (await starting.Should().ThrowAsync<PostgresUnavailableException>())
            .Which.Message.Should()
            .StartWith("The given PostgreSQL connection string cannot be read.")
            .And.NotContain("dummy-word");
    }

    [Fact]
    public async Task When_nothing_is_there_one_line_says_what_was_tried_and_what_to_install()
    {
        using var empty = new TempDirectory();
        IPostgresSource[] sources =
        [
            new GivenServer(null),
            new MachineBinaries([empty.Path]),
            new DockerServer(empty["docker.sock"]),
        ];

        var starting = () => ThrowawayPostgres.StartAsync(sources, CancellationToken.None);

        (await starting.Should().ThrowAsync<PostgresUnavailableException>())
            .Which.Message.Should()
            .Be(
                "No PostgreSQL to test on: no connection given; no server binaries (initdb, postgres) on this machine;"
                    + $" no Docker engine at {empty["docker.sock"]}. Install its server (Debian: apt-get install"
                    + " postgresql; macOS: brew install postgresql@17) or give a running one by"
                    + " SLIPWAY_POSTGRES_CONNECTION."
            );
    }
}
