using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Gateway.Tests.Sockets;

/// <summary>Through the program, whose socket threads put small sends off.</summary>
public sealed class ManyAtOnceTests : IAsyncLifetime
{
    GatewayFixture _gateway = null!;

    public async Task InitializeAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        var blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, blue.Destination));
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Every_client_gets_its_own_answer_whole()
    {
        var random = new Random(7);
        var bodies = Enumerable
            .Range(0, 400)
            .Select(_ => RandomNumberGenerator.GetBytes(random.Next(3) == 0 ? random.Next(100_000) : random.Next(9000)))
            .ToList();

        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (body, cancel) =>
            {
                using var hashed = await _gateway.Public.PostAsync("/hash", new ByteArrayContent(body), cancel);
                (await hashed.Content.ReadAsStringAsync(cancel))
                    .Should()
                    .Be(Convert.ToHexStringLower(SHA256.HashData(body)));
                var bytes = await _gateway.Public.GetByteArrayAsync($"/bytes/{body.Length}", cancel);
                bytes.Should().HaveCount(body.Length);
            }
        );
    }

    [Fact]
    public async Task Requests_that_do_not_wait_for_answers_are_answered_in_order()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 16),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (client, cancel) =>
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Public.BaseAddress!.Port, cancel);
                await using var stream = tcp.GetStream();
                var requests = Enumerable.Range(0, 50).Select(number => $"/{client}/{number}").ToList();
                var text = string.Concat(
                    requests.Select(path => $"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").SkipLast(1)
                );
                text += $"GET {requests[^1]} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancel);
                using var reader = new StreamReader(stream);

                var answers = await reader.ReadToEndAsync(cancel).WaitAsync(TimeSpan.FromSeconds(60), cancel);

                answers
                    .Split('\n')
                    .Where(line => line.StartsWith("X-Target: ", StringComparison.Ordinal))
                    .Select(line => line["X-Target: ".Length..].TrimEnd())
                    .Should()
                    .Equal(requests);
            }
        );
    }

    [Fact]
    public async Task A_request_alone_does_not_wait_for_others()
    {
        for (var number = 0; number < 50; number++)
            (await _gateway.Public.GetStringAsync("/")).Should().Be("blue");
    }
}
