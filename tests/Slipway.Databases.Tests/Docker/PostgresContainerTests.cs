using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Slipway.Databases.Docker;
using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Docker;

public class PostgresContainerTests
{
    [SkippableFact]
    public async Task A_container_gives_a_server_on_loopback_and_is_gone_after_disposal()
    {
        using var engine = await EngineHere.RequireAsync();
        var attempt = await DockerServer.FromEnvironment().TryStartAsync(CancellationToken.None);
        attempt.Server.Should().NotBeNull(attempt.Missing);
        var server = attempt.Server!;
        var id = ((PostgresContainer)server.Lifetime!).Id;

        (await PostgresQueries.AskAsync(server.ConnectionString, "SELECT 40 + 2")).Should().Be("42");
        server.Source.Should().Be(PostgresSource.Docker);
        await server.DisposeAsync();

        await IsGoneAsync(engine, id);
    }

    [SkippableFact]
    public async Task The_engine_shows_nobody_its_password_and_opens_its_port_to_nobody_else()
    {
        using var engine = await EngineHere.RequireAsync();
        await using var server = (await DockerServer.FromEnvironment().TryStartAsync(CancellationToken.None)).Server!;
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString);

        var shown = await engine.InspectAsync(((PostgresContainer)server.Lifetime!).Id, CancellationToken.None);

        shown!.Value.GetRawText().Should().NotContain(connection.Password);
        Addresses(shown.Value).Should().Equal($"127.0.0.1:{connection.Port}");
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" }.ConnectionString;
        await FluentActions
            .Awaiting(() => PostgresQueries.AskAsync(guess, "SELECT 1"))
            .Should()
            .ThrowAsync<PostgresException>()
            .WithMessage("*password*");
    }

    [SkippableFact]
    public async Task A_container_ends_with_the_connection_that_holds_its_standard_input()
    {
        using var engine = await EngineHere.RequireAsync();
        var (id, input) = await StartAsync(engine);
        await input.WriteAsync("a-password\n"u8.ToArray());

        await input.DisposeAsync();

        await IsGoneAsync(engine, id);
    }

    [SkippableFact]
    public async Task A_container_whose_server_does_not_start_is_gone_too()
    {
        using var engine = await EngineHere.RequireAsync();
        var (id, input) = await StartAsync(engine);
        await using var _ = input;

        // The image refuses to start without a password.
        await input.WriteAsync("\n"u8.ToArray());

        await IsGoneAsync(engine, id);
    }

    /// <summary>The process that wanted it is killed with SIGKILL: it cannot clean up.</summary>
    [SkippableFact]
    public async Task A_killed_process_leaves_no_container()
    {
        using var engine = await EngineHere.RequireAsync();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(PostgresContainerTests).Assembly.Location, Program.InContainer])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var id = (await process.StandardOutput.ReadLineAsync())!;
        PostgresQueries.Listens(port).Should().BeTrue();

        process.Kill();

        await IsGoneAsync(engine, id);
        PostgresQueries.Listens(port).Should().BeFalse();
    }

    static Task IsGoneAsync(EngineClient engine, string id) =>
        Wait.UntilAsync(
            async () => await engine.InspectAsync(id, CancellationToken.None) is null,
            "the engine has removed the container"
        );

    static async Task<(string Id, Stream Input)> StartAsync(EngineClient engine)
    {
        var id = await engine.CreateAsync(PostgresContainer.Definition(), CancellationToken.None);
        var input = await engine.AttachInputAsync(id, CancellationToken.None);
        await engine.StartAsync(id, CancellationToken.None);
        return (id, input);
    }

    static IEnumerable<string> Addresses(JsonElement container) =>
        container
            .GetProperty("NetworkSettings")
            .GetProperty("Ports")
            .EnumerateObject()
            .SelectMany(port => port.Value.EnumerateArray())
            .Select(address => $"{address.GetProperty("HostIp")}:{address.GetProperty("HostPort")}");
}
