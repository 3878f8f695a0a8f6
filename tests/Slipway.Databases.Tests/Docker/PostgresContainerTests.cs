using Npgsql;
using Slipway.Databases.Docker;
using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Docker;

/// <summary>Against a real engine, where there is one that has the image or can pull it.</summary>
public class PostgresContainerTests
{
    [SkippableFact]
    public async Task A_container_gives_a_server_on_loopback_and_is_gone_after_disposal()
    {
        var attempt = await DockerServer.FromEnvironment().TryStartAsync(CancellationToken.None);
        Skip.If(attempt.Server is null, attempt.Missing);
        var server = attempt.Server!;
        var port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;

        (await PostgresQueries.AskAsync(server.ConnectionString, "SELECT 40 + 2")).Should().Be("42");
        server.Source.Should().Be(PostgresSource.Docker);
        await server.DisposeAsync();

        PostgresQueries.Listens(port).Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_container_ends_with_the_connection_that_holds_its_standard_input()
    {
        using var engine = new EngineClient(DockerServer.SocketFromEnvironment());
        var (id, input) = await StartAsync(engine);
        await input.WriteAsync("a-password\n"u8.ToArray());

        // What the kernel does for a process that is killed.
        await input.DisposeAsync();

        await Wait.UntilAsync(
            async () => await engine.InspectAsync(id, CancellationToken.None) is null,
            "the engine has removed the container"
        );
    }

    [SkippableFact]
    public async Task A_container_whose_server_does_not_start_is_gone_too()
    {
        using var engine = new EngineClient(DockerServer.SocketFromEnvironment());
        var (id, input) = await StartAsync(engine);
        await using var _ = input;

        // The image refuses to start without a password.
        await input.WriteAsync("\n"u8.ToArray());

        await Wait.UntilAsync(
            async () => await engine.InspectAsync(id, CancellationToken.None) is null,
            "the engine has removed the container"
        );
    }

    static async Task<(string Id, Stream Input)> StartAsync(EngineClient engine)
    {
        Skip.IfNot(await engine.IsReachableAsync(CancellationToken.None), "no Docker engine");
        try
        {
            await engine.PullAsync(PostgresContainer.Image, CancellationToken.None);
            var id = await engine.CreateAsync(PostgresContainer.Definition(), CancellationToken.None);
            var input = await engine.AttachInputAsync(id, CancellationToken.None);
            await engine.StartAsync(id, CancellationToken.None);
            return (id, input);
        }
        catch (IOException missing)
        {
            throw new SkipException(missing.Message, missing);
        }
    }
}
