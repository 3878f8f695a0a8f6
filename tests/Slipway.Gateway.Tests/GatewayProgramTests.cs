using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Slipway.Protocol.Gateway;
using Slipway.Testing;

namespace Slipway.Gateway.Tests;

public sealed class GatewayProgramTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly StringWriter _error = new();

    public void Dispose() => _directory.Dispose();

    string[] Arguments(int port) =>
        [
            "--listen",
            $"http://127.0.0.1:{port}",
            "--state",
            _directory["state.json"],
            "--admin",
            _directory["run/a.sock"],
        ];

    Task<int> RunAsync(params string[] arguments) => GatewayProgram.RunAsync(arguments, TextWriter.Null, _error);

    [Fact]
    public async Task A_taken_port_is_one_line_that_names_it_and_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var code = await RunAsync(Arguments(port));

        code.Should().Be(3);
        _error
            .ToString()
            .Trim()
            .Should()
            .Be($"Port {port} of 127.0.0.1 is taken by another program: stop it, or move all ports with --port-base.");
    }

    [Fact]
    public async Task What_is_wrong_is_one_line_and_an_exit_code()
    {
        (await RunAsync("--what", "x")).Should().Be(GatewayProgram.Misused);

        var badState = _directory.Write("state.json", "{");
        (await RunAsync(Arguments(FreePort.Next()))).Should().Be(GatewayProgram.BadState);
        File.Delete(badState);

        Directory.CreateDirectory(_directory["run"]);
        (await RunAsync(Arguments(FreePort.Next()))).Should().Be(GatewayProgram.Failed);

        using (Protocol.Files.FileLock.Take(badState + ".lock"))
            (await RunAsync(Arguments(FreePort.Next()))).Should().Be(GatewayProgram.AlreadyRunning);

        var lines = _error.ToString();
        lines.Should().Contain("'--what' is not an option").And.Contain("is not a gateway's state");
        lines.Should().Contain("chmod 700").And.Contain("Another process already runs here");
        lines.Should().NotContain("   at ");
    }

    [Fact]
    public async Task Killed_and_started_again_it_serves_the_same_routes_at_once()
    {
        await using var blue = await Backend.StartAsync("blue");
        var options = GatewayOptions.Parse(Arguments(FreePort.Next()));
        using (var killed = await GatewayProcess.StartAsync(options))
        {
            using var admin = GatewayFixture.CreateAdmin(options.AdminSocket);
            var routes = new RoutesUpdate(1, [GatewayFixture.Slot("blue", 1, blue.Destination)]);
            using var routed = await admin.PutAsJsonAsync("/routes", routes, GatewayJson.Default.RoutesUpdate);
            routed.EnsureSuccessStatusCode();
            await killed.KillAsync();
        }

        var clock = Stopwatch.StartNew();
        using var again = await GatewayProcess.StartAsync(options);
        using var client = new HttpClient();
        (await client.GetStringAsync(again.Address)).Should().Be("blue");
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "even on a machine that is busy");
    }

    [Fact]
    public async Task A_SIGTERM_ends_the_process_with_0()
    {
        using var process = await GatewayProcess.StartAsync(GatewayOptions.Parse(Arguments(FreePort.Next())));

        (await process.StopAsync()).Should().Be("Stopped.\n");
    }
}
