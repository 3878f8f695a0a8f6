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
        var port = FreePort.Next();
        await using var blue = await Backend.StartAsync("blue");
        using (var killed = Start(port))
        {
            await killed.StandardOutput.ReadLineAsync();
            using var admin = GatewayFixture.CreateAdmin(_directory["run/a.sock"]);
            var routes = new RoutesUpdate(1, [GatewayFixture.Slot("blue", 1, blue.Destination)]);
            using var routed = await admin.PutAsJsonAsync("/routes", routes, GatewayJson.Default.RoutesUpdate);
            routed.EnsureSuccessStatusCode();
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var clock = Stopwatch.StartNew();
        using var again = Start(port);
        try
        {
            await again.StandardOutput.ReadLineAsync();
            using var client = new HttpClient();
            (await client.GetStringAsync($"http://127.0.0.1:{port}/")).Should().Be("blue");
            clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "even on a machine that is busy");
        }
        finally
        {
            again.Kill();
            await again.WaitForExitAsync();
        }
    }

    Process Start(int port)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Slipway.Gateway.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. Arguments(port)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start)!;
    }

    [Fact]
    public async Task A_SIGTERM_ends_the_process_with_0()
    {
        using var process = Start(FreePort.Next());
        (await process.StandardOutput.ReadLineAsync()).Should().StartWith("Listening on http://127.0.0.1:");

        await CommandLine.RunAsync("kill", ["-TERM", $"{process.Id}"]);

        (await process.StandardOutput.ReadToEndAsync()).Should().Be("Stopped.\n");
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }
}
