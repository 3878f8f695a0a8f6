using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Tests.Supervision;
using Slipway.Protocol.Gateway;
using Slipway.Protocol.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Gateway;

/// <summary>The real gateway as a process of the real supervisor.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SupervisedGatewayTests : IAsyncLifetime
{
    readonly LocalEnvironment _environment = new();
    readonly int _port = FreePort.Next();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _environment.DisposeAsync();

    static readonly SlotRoutes Blue = new("blue", [new Destination("blue-1", new Uri("http://127.0.0.1:9/"))], 100);

    [Fact]
    public async Task A_killed_gateway_comes_back_with_the_same_routes()
    {
        using var gateway = await _environment.StartGatewayAsync(_port);
        await gateway.SetRoutesAsync(new RoutesUpdate(4, [Blue]));
        var before = await gateway.StatusAsync();
        using (var process = Process.GetProcessById(before.Pid))
            process.Kill();

        await Wait.UntilAsync(
            async () =>
                await _environment.StatusAsync(GatewayProcess.Name) is { State: ProcessState.Running, Restarts: 1 },
            "the supervisor has started it again"
        );
        var after = await gateway.WaitUntilReadyAsync(TimeSpan.FromSeconds(20));

        after.Pid.Should().NotBe(before.Pid);
        after.Token.Should().Be(4);
        after.Slots.Single().Destinations.Should().Equal(Blue.Destinations);
        after.Slots.Single().Weight.Should().Be(100);
    }

    [Fact]
    public async Task A_public_port_never_reaches_the_admin_side()
    {
        using var gateway = await _environment.StartGatewayAsync(_port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };

        using var response = await http.GetAsync("/status");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Its_client_tells_a_stale_token_from_nonsense_from_nobody_there()
    {
        using var gateway = await _environment.StartGatewayAsync(_port);
        using var nobody = new GatewayClient(Path.Combine(_environment.Root, "nobody.sock"));
        await gateway.SetRoutesAsync(new RoutesUpdate(4, [Blue]));

        var stale = () => gateway.SetRoutesAsync(new RoutesUpdate(3, []));
        var nonsense = () => gateway.SetRoutesAsync(new RoutesUpdate(5, [Blue, Blue]));
        var endless = () => gateway.DrainAsync(new DrainRequest(4, "blue", 1));
        var unanswered = () => nobody.WaitUntilReadyAsync(TimeSpan.FromMilliseconds(100));

        (await stale.Should().ThrowAsync<StaleTokenException>()).Which.Current.Should().Be(4);
        await nonsense.Should().ThrowAsync<GatewayRefusedException>().WithMessage("*given twice*");
        await endless.Should().ThrowAsync<GatewayRefusedException>().WithMessage("*still has weight*");
        await unanswered.Should().ThrowAsync<GatewayUnavailableException>();
        (await gateway.DrainAsync(new DrainRequest(4, "green", 1))).Should().Be(new DrainResult(true, 0));
    }

    [Fact]
    public async Task A_stopped_gateway_ends_well()
    {
        using var gateway = await _environment.StartGatewayAsync(_port);

        var stopped = await _environment.Supervisor.StopAsync(1, GatewayProcess.Name, TimeSpan.FromSeconds(30));

        stopped.LastExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line_in_its_log()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var process = new GatewayProcess(_environment.Directory, ((IPEndPoint)taken.LocalEndpoint).Port);
        await _environment.Launcher.EnsureRunningAsync();

        await _environment.Supervisor.EnsureAsync(1, process.Specification(_environment.Hosts));

        await Wait.UntilAsync(
            async () => await _environment.StatusAsync(GatewayProcess.Name) is { LastExitCode: 3 },
            "it ended with exit code 3"
        );
        (await File.ReadAllLinesAsync(process.LogFile))[0]
            .Should()
            .Match("Port * is taken by another program*--port-base.");
    }
}
