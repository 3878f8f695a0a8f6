using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Tests.Proxy;

public sealed class HoldingTests : IAsyncLifetime
{
    GatewayFixture _gateway = null!;
    Backend _blue = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        _blue = await _gateway.BackendAsync("blue");
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    SlotRoutes Blue(int weight) => GatewayFixture.Slot("blue", weight, _blue.Destination);

    [Fact]
    public async Task Requests_wait_at_the_door_until_a_slot_has_weight_and_then_pass_whole()
    {
        await _gateway.HoldAsync(60, Blue(0));
        var get = _gateway.Public.GetStringAsync("/");
        using var content = new StringContent("abc");
        var post = _gateway.Public.PostAsync("/hash", content);
        await _gateway.WaitingAsync(2);

        await _gateway.RouteAsync(Blue(1));

        (await get).Should().Be("blue");
        using var posted = await post;
        (await posted.Content.ReadAsStringAsync()).Should().StartWith("ba7816bf");
        (await _gateway.StatusAsync()).Waiting.Should().Be(0);
    }

    [Fact]
    public async Task What_was_waited_at_the_door_is_not_the_slots_latency()
    {
        await _gateway.HoldAsync(60, Blue(0));
        var get = _gateway.Public.GetStringAsync("/");
        await _gateway.WaitingAsync(1);
        var waited = System.Diagnostics.Stopwatch.StartNew();
        await Testing.Wait.UntilAsync(() => waited.Elapsed > TimeSpan.FromSeconds(3), "three seconds passed");

        await _gateway.RouteAsync(Blue(1));
        await get;

        (await _gateway.SlotAsync("blue")).Latency.Max.Should().BeLessThan(3000);
    }

    [Fact]
    public async Task At_the_limit_the_answer_is_503_and_when_to_come_back()
    {
        await _gateway.HoldAsync(0.2, Blue(0));

        using var response = await _gateway.Public.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();
    }

    [Fact]
    public async Task A_preview_passes_while_others_wait()
    {
        await _gateway.HoldAsync(60, Blue(0));
        var held = _gateway.Public.GetStringAsync("/");
        await _gateway.WaitingAsync(1);

        using var preview = await _gateway.PreviewAsync("blue", "/");

        (await preview.Content.ReadAsStringAsync()).Should().Be("blue");
        held.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_client_that_goes_away_frees_its_place()
    {
        await _gateway.HoldAsync(3600);
        using var leaving = new CancellationTokenSource();
        var held = _gateway.Public.GetAsync("/", leaving.Token);
        await _gateway.WaitingAsync(1);

        await leaving.CancelAsync();

        await _gateway.WaitingAsync(0);
        await ((Func<Task>)(() => held)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Nothing_of_a_body_is_read_while_its_request_waits()
    {
        await _gateway.HoldAsync(60, Blue(0));
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Public.BaseAddress!.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /hash HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
            )
        );
        await _gateway.WaitingAsync(1);
        // The server asks for the body when somebody begins to read it.
        tcp.Available.Should().Be(0);

        await _gateway.RouteAsync(Blue(1));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).Should().Be("HTTP/1.1 100 Continue");
        await stream.WriteAsync("abc"u8.ToArray());
        (await reader.ReadToEndAsync()).Should().Contain("ba7816bf");
    }

    [Fact]
    public async Task A_gateway_that_starts_again_still_holds()
    {
        await _gateway.HoldAsync(60, Blue(0));
        await _gateway.RestartAsync();
        var held = _gateway.Public.GetStringAsync("/");
        await _gateway.WaitingAsync(1);

        await _gateway.RouteAsync(Blue(1));

        (await held).Should().Be("blue");
    }

    [Fact]
    public async Task A_gateway_that_is_stopped_answers_those_who_wait()
    {
        await _gateway.HoldAsync(3600, Blue(0));
        var held = _gateway.Public.GetAsync("/");
        await _gateway.WaitingAsync(1);

        await _gateway.StopAsync();

        using var response = await held;
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }
}
