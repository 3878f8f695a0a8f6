using System.Net;
using System.Net.Sockets;
using Slipway.Platforms.Local.Probes;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Probes;

public sealed class HttpProbeTests : IDisposable
{
    readonly HttpProbe _probe = new();

    [Fact]
    public async Task Nobody_there_is_an_answer_without_a_status()
    {
        var answer = await AskAsync(FreePort.Next(), TimeSpan.FromSeconds(10));

        answer.Status.Should().BeNull();
        answer.ToString().Should().Contain("refused");
    }

    [Fact]
    public async Task One_who_listens_and_never_answers_is_given_up_at_the_limit()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var answer = await AskAsync(((IPEndPoint)silent.LocalEndpoint).Port, TimeSpan.FromMilliseconds(200));

        answer.Should().Be(new ProbeAnswer(null, "no answer within 0.2 s"));
    }

    public void Dispose() => _probe.Dispose();

    Task<ProbeAnswer> AskAsync(int port, TimeSpan limit) =>
        _probe.AskAsync(HttpMethod.Get, new Uri($"http://127.0.0.1:{port}/"), [], limit, CancellationToken.None);
}
