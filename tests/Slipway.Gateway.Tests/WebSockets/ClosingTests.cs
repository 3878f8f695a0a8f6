using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.WebSockets;

public sealed class ClosingTests : IAsyncLifetime
{
    GatewayFixture _gateway = null!;
    Backend _blue = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        _blue = await _gateway.BackendAsync("blue");
        await RouteAsync(weight: 1);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    Task RouteAsync(int weight) => _gateway.RouteAsync(GatewayFixture.Slot("blue", weight, _blue.Destination));

    async Task<ClientWebSocket> ConnectAsync(string path)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_gateway.Public.BaseAddress!.Port}{path}"), default);
        await _blue.RequestArrivedAsync();
        return socket;
    }

    [Fact]
    public async Task At_the_limit_both_ends_get_a_close_frame_and_every_frame_before_it_whole()
    {
        using var socket = await ConnectAsync("/talk");
        var client = new Talker(socket);
        var running = client.RunAsync();
        await Wait.UntilAsync(
            () => client.Received > 3_000_000 && _blue.Talker!.Received > 3_000_000,
            "both have sent"
        );
        await RouteAsync(weight: 0);

        var drain = await _gateway.DrainAsync("blue", seconds: 0.1);

        await running.WaitAsync(TimeSpan.FromSeconds(60));
        await _blue.TalkAsync();
        drain.Should().Be(new Protocol.Gateway.DrainResult(Drained: true, Remaining: 0, Closed: 1));
        foreach (var end in new[] { client, _blue.Talker! })
        {
            end.Status.Should().Be(WebSocketCloseStatus.EndpointUnavailable);
            (end.Received % Talker.Fragment).Should().Be(0, "no frame was cut");
        }
    }

    [Fact]
    public async Task An_end_that_says_nothing_is_told_at_once()
    {
        using var socket = await ConnectAsync("/echo");
        await RouteAsync(weight: 0);

        var draining = _gateway.DrainAsync("blue", seconds: 0, destination: "blue");

        var part = await socket.ReceiveAsync(new byte[16].AsMemory(), default);
        part.MessageType.Should().Be(WebSocketMessageType.Close);
        socket.CloseStatus.Should().Be(WebSocketCloseStatus.EndpointUnavailable);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        (await draining).Should().Be(new Protocol.Gateway.DrainResult(Drained: true, Remaining: 0, Closed: 1));
        await Wait.UntilAsync(() => _blue.EchoClosedWith == WebSocketCloseStatus.EndpointUnavailable, "both are told");
    }

    [Fact]
    public async Task A_client_that_does_not_answer_is_hung_up_on_after_the_grace()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Public.BaseAddress!.Port);
        await tcp.GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                )
            );
        await _blue.RequestArrivedAsync();
        await RouteAsync(weight: 0);
        var clock = Stopwatch.StartNew();

        var drain = await _gateway.DrainAsync("blue", seconds: 0);

        drain.Drained.Should().BeTrue();
        clock.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Other_slots_and_instances_keep_their_WebSockets()
    {
        using var socket = await ConnectAsync("/echo");
        await RouteAsync(weight: 0);

        await _gateway.DrainAsync("green", seconds: 0);
        await _gateway.DrainAsync("blue", seconds: 0, destination: "another");

        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
        (await socket.ReceiveAsync(new byte[16].AsMemory(), default)).Count.Should().Be(5);
    }

    [Fact]
    public async Task A_gateway_that_is_stopped_closes_them_all()
    {
        using var socket = await ConnectAsync("/echo");

        var stopping = _gateway.StopAsync();

        var part = await socket.ReceiveAsync(new byte[16].AsMemory(), default);
        part.MessageType.Should().Be(WebSocketMessageType.Close);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        await stopping;
    }
}
