using System.Globalization;
using Npgsql;
using Slipway.Components.Running;
using Slipway.Databases;
using Slipway.Testing;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Tests.Running;

/// <summary>A real server in the place of a container.</summary>
public sealed class PostgresServiceTests
{
    [Theory]
    [InlineData("postgres:17", true)]
    [InlineData("postgres:17@sha256:0123", true)]
    [InlineData("docker.io/library/postgres", true)]
    [InlineData("acme/postgres-exporter:1", false)]
    [InlineData("redis:8", false)]
    public void It_stands_for_the_official_image_alone(string image, bool stands) =>
        PostgresService.StandsFor(image).Should().Be(stands);

    [SkippableFact]
    public async Task User_password_and_database_are_those_that_the_container_would_have()
    {
        await using var service = await StartAsync(
            new Container("postgres:17")
            {
                Ports = ["5432"],
                Env =
                [
                    ("POSTGRES_USER", "o'shop"),
                    ("POSTGRES_PASSWORD", "it's secret"),
                    ("POSTGRES_DB", "The \"shop\""),
                ],
            }
        );

        var asked = await AskAsync(service.Ports["5432"], "o'shop", "it's secret", "The \"shop\"");

        asked.Should().Be("o'shop in The \"shop\"");
    }

    [SkippableFact]
    public async Task It_answers_at_the_port_that_the_workflow_names_and_asks_for_no_password_where_it_says_so()
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        await using var service = await StartAsync(
            new Container("postgres:17") { Ports = [$"{port}:5432"], Env = [("POSTGRES_HOST_AUTH_METHOD", "trust")] }
        );

        service.Ports["5432"].Should().Be(port);
        string? asked = null;
        // The server takes the new rules up in its own time.
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    asked = await AskAsync(port, "postgres", password: null, "postgres");
                    return true;
                }
                catch (NpgsqlException)
                {
                    return false;
                }
            },
            "it trusts"
        );
        asked.Should().Be("postgres in postgres");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        await FluentActions
            .Awaiting(() => StartAsync(new Container("postgres:17") { Ports = [$"{port}:5432"] }))
            .Should()
            .ThrowAsync<StepException>()
            .WithMessage($"*wants the ports {port}:5432 of this machine*");
    }

    static async Task<IRunningService> StartAsync(Container container)
    {
        try
        {
            return await PostgresService.StartAsync(
                new ServiceRequest("db", container, "/", new NoLog()),
                "a test",
                default
            );
        }
        catch (StepException failure) when (failure.InnerException is PostgresUnavailableException)
        {
            Servers.Require(present: false, failure.Message);
            throw;
        }
    }

    static async Task<string> AskAsync(string port, string user, string? password, string database)
    {
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            Username = user,
            Password = password,
            Database = database,
            Pooling = false,
        };
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand("SELECT current_user || ' in ' || current_database()");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    sealed class NoLog : IStepLog
    {
        public void Write(LogLine line) { }
    }
}
