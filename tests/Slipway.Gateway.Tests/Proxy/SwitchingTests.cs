using System.Net;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.Proxy;

public sealed class SwitchingTests : IAsyncLifetime
{
    GatewayFixture _gateway = null!;
    Backend _blue = null!;
    Backend _green = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        _blue = await _gateway.BackendAsync("blue");
        _green = await _gateway.BackendAsync("green");
        await RouteAsync(blue: 1, green: 0);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    Task RouteAsync(int blue, int green) =>
        _gateway.RouteAsync(
            GatewayFixture.Slot("blue", blue, _blue.Destination),
            GatewayFixture.Slot("green", green, _green.Destination)
        );

    [Fact]
    public async Task A_switch_counts_for_the_very_next_request()
    {
        for (var round = 0; round < 50; round++)
        {
            await RouteAsync(blue: 0, green: 1);
            (await _gateway.Public.GetStringAsync("/")).Should().Be("green");
            await RouteAsync(blue: 1, green: 0);
            (await _gateway.Public.GetStringAsync("/")).Should().Be("blue");
        }
    }

    [Fact]
    public async Task Switching_under_load_loses_nothing_on_kept_and_new_connections()
    {
        using var ending = new CancellationTokenSource();
        using var anew = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
        anew.BaseAddress = _gateway.Public.BaseAddress;
        var loops = Enumerable
            .Range(0, 8)
            .Select(index => LoadAsync(index % 2 == 0 ? _gateway.Public : anew, ending.Token))
            .ToList();

        for (var round = 0; round < 20; round++)
        {
            await RouteAsync(blue: round % 2, green: 1 - (round % 2));
            var idle = round % 2 == 0 ? "blue" : "green";
            (await _gateway.DrainAsync(idle)).Drained.Should().BeTrue();
        }

        await ending.CancelAsync();
        var answers = (await Task.WhenAll(loops)).SelectMany(loop => loop).ToList();
        answers.Should().OnlyContain(answer => answer == "blue" || answer == "green").And.Contain("blue", "green");
    }

    static async Task<List<string>> LoadAsync(HttpClient client, CancellationToken ending)
    {
        var answers = new List<string>();
        while (!ending.IsCancellationRequested)
        {
            using var response = await client.GetAsync("/", CancellationToken.None);
            answers.Add(
                response.IsSuccessStatusCode
                    ? await response.Content.ReadAsStringAsync(CancellationToken.None)
                    : $"status {response.StatusCode}"
            );
        }

        return answers;
    }

    [Fact]
    public async Task A_long_request_ends_on_the_slot_where_it_began_and_the_drain_waits_for_it()
    {
        var slow = _gateway.Public.GetStringAsync("/wait");
        await _blue.RequestArrivedAsync();
        await RouteAsync(blue: 0, green: 1);

        var early = await _gateway.DrainAsync("blue", seconds: 0.05);
        var late = _gateway.DrainAsync("blue");
        (await _gateway.Public.GetStringAsync("/")).Should().Be("green");
        late.IsCompleted.Should().BeFalse();
        _blue.Release();

        (await slow).Should().Be("blue");
        early.Should().Be(new Protocol.Gateway.DrainResult(Drained: false, Remaining: 1));
        (await late).Should().Be(new Protocol.Gateway.DrainResult(Drained: true, Remaining: 0));
    }

    [Fact]
    public async Task An_instance_that_left_the_table_runs_dry_while_the_rest_of_its_slot_serves()
    {
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination, _green.Destination));
        var slow = Enumerable.Range(0, 2).Select(_ => _gateway.Public.GetStringAsync("/wait")).ToList();
        await _blue.RequestArrivedAsync();
        await _green.RequestArrivedAsync();
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination));

        var early = await _gateway.DrainAsync("blue", seconds: 0.05, "green");
        var late = _gateway.DrainAsync("blue", destination: "green");
        late.IsCompleted.Should().BeFalse();
        _green.Release();

        early.Remaining.Should().Be(1);
        (await late).Drained.Should().BeTrue();
        slow.Count(request => request.IsCompleted).Should().BeLessThan(2, "the other instance has not answered");
        _blue.Release();
        (await Task.WhenAll(slow)).Should().BeEquivalentTo("blue", "green");
    }

    [Fact]
    public async Task Scaling_down_under_load_loses_nothing()
    {
        using var ending = new CancellationTokenSource();
        var loops = Enumerable.Range(0, 8).Select(_ => LoadAsync(_gateway.Public, ending.Token)).ToList();
        for (var round = 0; round < 10; round++)
        {
            var extra = await Backend.StartAsync($"extra-{round}");
            await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination, extra.Destination));
            await Wait.UntilAsync(() => extra.Requests > 10, "the new instance serves");
            await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination));
            (await _gateway.DrainAsync("blue", destination: extra.Name)).Drained.Should().BeTrue();
            await extra.KillAsync();
        }

        await ending.CancelAsync();
        var answers = (await Task.WhenAll(loops)).SelectMany(loop => loop).ToList();
        answers.Should().OnlyContain(answer => answer == "blue" || answer.StartsWith("extra-"));
    }

    [Fact]
    public async Task A_slot_can_leave_the_table_and_still_be_drained()
    {
        var slow = _gateway.Public.GetStringAsync("/wait");
        await _blue.RequestArrivedAsync();
        await _gateway.RouteAsync(GatewayFixture.Slot("green", 1, _green.Destination));

        (await _gateway.SlotAsync("blue")).InFlight.Should().Be(1);
        _blue.Release();

        (await _gateway.DrainAsync("blue")).Drained.Should().BeTrue();
        (await slow).Should().Be("blue");
    }

    [Fact]
    public async Task Weights_split_the_traffic()
    {
        await RouteAsync(blue: 90, green: 10);

        for (var request = 0; request < 100; request++)
            await _gateway.Public.GetStringAsync("/");

        (await _gateway.SlotAsync("green")).Requests.Should().BeInRange(7, 13);
    }

    [Fact]
    public async Task A_preview_is_for_who_knows_the_key()
    {
        var known = await PreviewAsync(GatewayFixture.PreviewKey, "green", "/");
        var guessed = await PreviewAsync("0123456789abcdeX", "green", "/");
        var headers = await PreviewAsync(GatewayFixture.PreviewKey, "green", "/headers");
        var stripped = await PreviewAsync("0123456789abcdeX", "green", "/headers");

        known.Should().Be("green");
        guessed.Should().Be("blue");
        headers.Should().NotContain("X-Slipway");
        stripped.Should().NotContain("X-Slipway");
    }

    async Task<string> PreviewAsync(string key, string slot, string path)
    {
        using var response = await _gateway.PreviewAsync(slot, path, key);
        return await response.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task A_gateway_that_is_stopped_finishes_what_is_in_flight()
    {
        var slow = _gateway.Public.GetAsync("/wait");
        await _blue.RequestArrivedAsync();

        var stopping = _gateway.StopAsync();
        await Wait.UntilAsync(RefusesConnectionsAsync, "new connections are refused");
        _blue.Release();

        (await slow).StatusCode.Should().Be(HttpStatusCode.OK);
        await stopping;
    }

    async Task<bool> RefusesConnectionsAsync()
    {
        using var tcp = new System.Net.Sockets.TcpClient();
        try
        {
            await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Public.BaseAddress!.Port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }
}
