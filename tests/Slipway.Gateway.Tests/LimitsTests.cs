using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Gateway.Tests;

public sealed class LimitsTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    GatewayFixture _gateway = null!;
    Backend _blue = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        _blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, _blue.Destination));
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    /// <summary>Sends this much of a request, then nothing, and answers what comes back until the gateway hangs up.</summary>
    async Task<string> SendAsync(string part)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Public.BaseAddress!.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(part));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync().WaitAsync(Patience);
    }

    [Fact]
    public async Task Headers_that_do_not_end_are_given_up_and_others_are_served_meanwhile()
    {
        var slow = SendAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");

        (await _gateway.Public.GetStringAsync("/")).Should().Be("blue");

        (await slow).Should().StartWith("HTTP/1.1 408 ");
        _blue.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up()
    {
        var answer = await SendAsync("POST /hash HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");

        answer.Should().StartWith("HTTP/1.1 408 ");
        (await _gateway.SlotAsync("blue")).Errors.Should().Be(0);
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_are_431_and_a_line_that_is_too_long_414()
    {
        var large = await _gateway.RawAsync("GET / HTTP/1.1", "Host: a", $"X-Large: {new string('a', 33_000)}");
        var many = await _gateway.RawAsync([
            "GET / HTTP/1.1",
            "Host: a",
            .. Enumerable.Range(0, 101).Select(number => $"X-{number}: a"),
        ]);
        var longer = await _gateway.RawAsync($"GET /{new string('a', 9000)} HTTP/1.1", "Host: a");

        large.Should().StartWith("HTTP/1.1 431 ");
        many.Should().StartWith("HTTP/1.1 431 ");
        longer.Should().StartWith("HTTP/1.1 414 ");
        _blue.Requests.Should().Be(0);
    }

    [Theory]
    [InlineData("GET /\u00e9 HTTP/1.1")]
    [InlineData("GET /\0 HTTP/1.1")]
    [InlineData("GET  HTTP/1.1")]
    [InlineData("GET / HTTP/7")]
    public async Task A_request_line_that_is_none_is_400_or_505_and_reaches_nobody(string line)
    {
        var answer = await SendAsync($"{line}\r\nHost: a\r\nConnection: close\r\n\r\n");

        answer.Should().MatchRegex("^HTTP/1.1 (400|505) ");
        _blue.Requests.Should().Be(0);
    }

    [Theory]
    [InlineData("/target/%zz")]
    [InlineData("/target/%")]
    [InlineData("/target/%252Fa%2Fb")]
    [InlineData("/target/%00")]
    [InlineData("/target/%C0%AF")]
    [InlineData("/target/../target/./a")]
    [InlineData("/target//a?b=%20+&c=%zz?d")]
    [InlineData("/target/<\"{|}>\\^`")]
    public async Task A_path_of_any_encoding_is_the_instances_to_judge_and_reaches_it_as_it_was_sent(string target)
    {
        var direct = await TargetAsync(_blue.Destination.Address.Port, target);

        var proxied = await TargetAsync(_gateway.Public.BaseAddress!.Port, target);

        proxied.Should().Be(direct);
    }

    /// <summary>The status, and where the request got through, what the instance saw.</summary>
    static async Task<string> TargetAsync(int port, string target)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        );
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(Patience);
        var seen = answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("X-Target", StringComparison.Ordinal));
        return $"{answer[..12]} {seen}";
    }
}
