using System.Diagnostics;
using Slipway.Testing;

namespace Benchmarks.Gateway;

/// <summary>
/// The gateway against Debian's nginx as a proxy and against a bare YARP, in front of one backend, by turns, so that a
/// drift of the machine's speed meets all of them; then how soon it serves again after a kill, and what it allocates.
/// </summary>
static class GatewayBenchmark
{
    const int Seconds = 5;
    const int Restarts = 5;
    const double ThroughputOfNginx = 0.75;
    const double P99OfNginx = 1;

    public static async Task<int> RunAsync(int rounds, bool accessLog)
    {
        using var directory = new TempDirectory();
        var backend = new Uri(Address(FreePort.Next()));
        using var instance = await Server.PlayAsync(backend.AbsoluteUri, "backend", backend.AbsoluteUri);

        var (perSecond, p99) = await CompareAsync(directory, backend, rounds, accessLog);
        await RestartAsync(directory["restart"], backend);
        await Allocations.CompareAsync(directory["allocations"], backend);
        var limits = new Limits();
        // With the access log nothing is promised: each server writes another line.
        if (!accessLog)
        {
            limits.CheckAtLeast("requests/s : those of nginx", perSecond, ThroughputOfNginx);
            limits.Check("p99 : that of nginx", p99, P99OfNginx);
        }
        return limits.ExitCode;
    }

    /// <summary>The same without nginx and wrk: only what a request allocates.</summary>
    public static async Task<int> AllocationsAsync()
    {
        using var directory = new TempDirectory();
        var backend = new Uri(Address(FreePort.Next()));
        using var instance = await Server.PlayAsync(backend.AbsoluteUri, "backend", backend.AbsoluteUri);
        await Allocations.CompareAsync(directory.Path, backend);
        return 0;
    }

    /// <returns>What the gateway has of nginx's throughput and p99.</returns>
    static async Task<(double PerSecond, double P99)> CompareAsync(
        TempDirectory directory,
        Uri backend,
        int rounds,
        bool accessLog
    )
    {
        var (ours, nginx, bare) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        using var oursServer = await SlipwayGateway.StartAsync(directory["gateway"], ours, accessLog);
        await SlipwayGateway.RouteAsync(SlipwayGateway.Socket(directory["gateway"]), backend);
        using var nginxServer = await Nginx.StartAsync(directory["nginx"], nginx, backend.Port, accessLog);
        using var bareServer = await Server.PlayAsync(Address(bare), "bare-yarp", Address(bare), backend.AbsoluteUri);
        var gateway = new ProxyContender("gateway", ours, oursServer);
        var debian = new ProxyContender("nginx", nginx, nginxServer);
        var yarp = new ProxyContender("bare YARP", bare, bareServer);
        ProxyContender[] contenders = [gateway, debian, yarp];

        foreach (var contender in contenders)
            await contender.WarmUpAsync(Seconds);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
                await contender.MeasureAsync(Seconds);
        }

        Console.WriteLine(
            $"{rounds} rounds of {Seconds} s each, by turns; wrk, 32 kept connections; access log {(accessLog ? "on" : "off")} in all"
        );
        foreach (var contender in contenders)
            Console.WriteLine(contender.Describe());
        Console.WriteLine(gateway.Against(debian));
        Console.WriteLine(gateway.Against(yarp));
        Console.WriteLine(yarp.Against(debian));
        return gateway.RatiosTo(debian);
    }

    static async Task RestartAsync(string directory, Uri backend)
    {
        var port = FreePort.Next();
        var times = new List<TimeSpan>();
        var server = await SlipwayGateway.StartAsync(directory, port, accessLog: false);
        await SlipwayGateway.RouteAsync(SlipwayGateway.Socket(directory), backend);
        for (var restart = 0; restart < Restarts; restart++)
        {
            server.Dispose();
            var clock = Stopwatch.StartNew();
            server = await SlipwayGateway.StartAsync(directory, port, accessLog: false);
            times.Add(clock.Elapsed);
        }

        server.Dispose();
        Console.WriteLine(
            $"killed and started again, the first answer after {times.Min().TotalSeconds:0.00} to {times.Max().TotalSeconds:0.00} s"
        );
    }

    public static string Address(int port) => $"http://127.0.0.1:{port}/";
}
