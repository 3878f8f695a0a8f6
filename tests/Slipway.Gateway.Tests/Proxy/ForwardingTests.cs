using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.Proxy;

public sealed class ForwardingTests : IAsyncLifetime
{
    const int Limit = 8 * 1024 * 1024;

    GatewayFixture _gateway = null!;
    Backend _blue = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync(Limit);
        _blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination));
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task An_instance_learns_who_asked_for_what_and_believes_no_client()
    {
        var answer = await _gateway.RawAsync(
            "GET /headers HTTP/1.1",
            "Host: gallery.example",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /evil",
            "Forwarded: for=6.6.6.6",
            "X-Own: kept"
        );

        answer.Should().Contain("Host: gallery.example").And.Contain("X-Own: kept");
        answer.Should().Contain("X-Forwarded-For: 127.0.0.1\n").And.Contain("X-Forwarded-Proto: http\n");
        answer.Should().Contain("X-Forwarded-Host: gallery.example");
        answer.Should().NotContain("6.6.6.6").And.NotContain("evil");
        answer.Should().NotContain("X-Slipway", "which slot answers is nobody's business");
    }

    [Theory]
    [InlineData("HTTP/1.1", "Host: a_b.example:81", "Host: a_b.example:81\n")]
    [InlineData("HTTP/1.1", "Host: [::1]:81", "Host: [::1]:81\n")]
    [InlineData("HTTP/1.0", "X-No: host", "Host: 127.0.0.1:")]
    public async Task Whatever_host_was_asked_for_is_passed_on_once(string version, string header, string host)
    {
        var answer = await _gateway.RawAsync($"GET /headers {version}", header);

        answer.Should().Contain(host);
        answer.Split("\nHost: ").Should().HaveCount(2);
    }

    [Fact]
    public async Task Without_routes_the_answer_is_503_with_a_problem_and_when_to_come_back()
    {
        await _gateway.RouteAsync();

        using var response = await _gateway.Public.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"status\":503");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_refused_connection_is_tried_on_the_other_instances(string method)
    {
        await _gateway.RouteAsync(
            GatewayFixture.Slot(
                "blue",
                1,
                GatewayFixture.Nobody,
                GatewayFixture.Nobody with
                {
                    Id = "nobody-2",
                },
                _blue.Destination
            )
        );

        for (var turn = 0; turn < 6; turn++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/hash");
            if (method == "POST")
                request.Content = new StringContent("abc");
            using var response = await _gateway.Public.SendAsync(request);
            var sent = method == "POST" ? "abc" : "";
            (await response.Content.ReadAsStringAsync())
                .Should()
                .Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent))));
        }

        (await _gateway.SlotAsync("blue")).Errors.Should().Be(0);
    }

    [Fact]
    public async Task When_no_instance_is_alive_the_answer_is_503_and_counts_as_an_error()
    {
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, GatewayFixture.Nobody));

        using var response = await _gateway.Public.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();
        (await _gateway.SlotAsync("blue")).Errors.Should().Be(1);
    }

    [Fact]
    public async Task An_instance_that_hangs_up_is_a_bad_gateway()
    {
        using var response = await _gateway.Public.PostAsync("/abort", content: null);

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Bad gateway");
        (await _gateway.SlotAsync("blue")).Errors.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_breaks_off_for_the_client_and_counts_as_an_error()
    {
        var get = () => _gateway.Public.GetStringAsync("/torn");

        await get.Should().ThrowAsync<HttpRequestException>();
        await Wait.UntilAsync(async () => (await _gateway.SlotAsync("blue")).Errors == 1, "the error is counted");
    }

    [Fact]
    public async Task Requests_errors_and_latencies_are_counted_for_their_slot()
    {
        using (await _gateway.Public.GetAsync("/")) { }
        using (await _gateway.Public.GetAsync("/fail")) { }

        await Wait.UntilAsync(async () => (await _gateway.SlotAsync("blue")).Requests == 2, "both are counted");
        var slot = await _gateway.SlotAsync("blue");
        slot.Errors.Should().Be(1);
        slot.InFlight.Should().Be(0);
        slot.Latency.Count.Should().Be(2);
        slot.Latency.Max.Should().BePositive().And.BeLessThanOrEqualTo(slot.Latency.P99);
    }

    [Fact]
    public async Task A_large_upload_streams_through()
    {
        var body = RandomNumberGenerator.GetBytes(Limit);

        using var response = await _gateway.Public.PostAsync("/hash", new ByteArrayContent(body));

        (await response.Content.ReadAsStringAsync()).Should().Be(Convert.ToHexStringLower(SHA256.HashData(body)));
    }

    [Fact]
    public async Task A_large_download_streams_through()
    {
        await using var body = await _gateway.Public.GetStreamAsync("/bytes/100000000");

        var buffer = new byte[1024 * 1024];
        var total = 0L;
        for (int read; (read = await body.ReadAsync(buffer)) > 0; )
            total += read;
        total.Should().Be(100_000_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_announced_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hash")
        {
            Content = new ByteArrayContent(new byte[Limit + 1]),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await _gateway.Public.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _gateway.SlotAsync("blue")).Errors.Should().Be(0);
    }

    [Fact]
    public async Task A_WebSocket_passes_counts_as_in_flight_and_says_nothing_of_latency()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_gateway.Public.BaseAddress!.Port}/echo"), default);
        await _blue.RequestArrivedAsync();
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 0, _blue.Destination));

        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
        var buffer = new byte[16];
        var echo = await socket.ReceiveAsync(buffer.AsMemory(), default);
        var open = await _gateway.SlotAsync("blue");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);

        Encoding.UTF8.GetString(buffer, 0, echo.Count).Should().Be("hello");
        open.InFlight.Should().Be(1);
        (await _gateway.DrainAsync("blue")).Drained.Should().BeTrue();
        var slot = await _gateway.SlotAsync("blue");
        slot.Requests.Should().Be(1);
        slot.Latency.Count.Should().Be(0);
    }

    [Fact]
    public async Task Each_request_is_one_line_of_the_access_log()
    {
        using (await _gateway.Public.GetAsync("/album%0A/1?key=secret")) { }
        using (await _gateway.Public.GetAsync("/fail")) { }
        await _gateway.StopAsync();

        var lines = File.ReadAllLines(_gateway.Options.AccessLog!);

        lines.Should().HaveCount(2);
        lines[0].Should().MatchRegex(@"^\S+Z GET /album%0A/1 200 \d+\.\d blue$");
        lines[1].Should().MatchRegex(@"^\S+Z GET /fail 500 \d+\.\d blue$");
    }
}
