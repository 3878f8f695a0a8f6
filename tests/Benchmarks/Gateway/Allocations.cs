using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Gateway;
using Slipway.Gateway.Sockets;
using Slipway.Testing;

namespace Benchmarks.Gateway;

/// <summary>
/// Bytes allocated for one forwarded request: this process holds the proxy and a client that allocates nothing, and asks
/// the collector's counter before and after many requests on one kept connection.
/// </summary>
static class Allocations
{
    const int WarmUp = 20_000;
    const int Requests = 50_000;

    public static async Task CompareAsync(string directory, Uri backend)
    {
        await SayAsync("bare YARP", "allocations-of-yarp", backend.AbsoluteUri);
        await SayAsync("gateway, log off", "allocations-of-gateway", backend.AbsoluteUri, directory);
        await SayAsync("gateway, log on", "allocations-of-gateway", backend.AbsoluteUri, directory, "--access-log");
    }

    /// <summary>A process of its own, since socket threads are set up once in a process.</summary>
    static async Task SayAsync(string name, params string[] role)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Allocations).Assembly.Location, .. role])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var bytes = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new BenchmarkException($"'{role[0]}' ended with {process.ExitCode}.");
        Console.WriteLine($"allocated per request, {name, -18} {bytes} bytes");
    }

    public static async Task OfYarpAsync(Uri backend)
    {
        var port = FreePort.Next();
        await using var bare = Roles.BareYarp(GatewayBenchmark.Address(port), backend.AbsoluteUri);
        await bare.StartAsync();
        await WritePerRequestAsync(port);
    }

    public static async Task OfGatewayAsync(Uri backend, string directory, bool accessLog)
    {
        SocketThreads.Configure();
        var port = FreePort.Next();
        var options = new GatewayOptions(
            new Uri(GatewayBenchmark.Address(port)),
            Path.Combine(directory, "state.json"),
            SlipwayGateway.Socket(directory),
            accessLog ? Path.Combine(directory, "access.log") : null,
            GatewayOptions.DefaultMaxBodyBytes
        );
        await using var gateway = await GatewayHost.StartAsync(options, TimeProvider.System);
        await SlipwayGateway.RouteAsync(options.AdminSocket, backend);
        await WritePerRequestAsync(port);
    }

    // On a thread of its own: the client blocks, and this may be one that waits for sockets.
    static async Task WritePerRequestAsync(int port) =>
        Console.WriteLine(Math.Round(await Task.Run(() => PerRequest(port))));

    static double PerRequest(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        socket.Connect(IPAddress.Loopback, port);
        // What wrk sends.
        var request = Encoding.ASCII.GetBytes($"GET /albums HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        var buffer = new byte[4096];
        Send(socket, request, buffer, WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Send(socket, request, buffer, Requests);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Requests;
    }

    static void Send(Socket socket, byte[] request, byte[] buffer, int count)
    {
        for (var number = 0; number < count; number++)
        {
            socket.Send(request);
            var length = 0;
            do length += socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            while (!IsWhole(buffer.AsSpan(0, length)));
        }
    }

    // The backend's answer ends with the only "}]}" in it.
    static bool IsWhole(ReadOnlySpan<byte> answer) =>
        answer.EndsWith("}]}"u8)
        || (
            answer.Length > 12 && answer[9] != (byte)'2'
                ? throw new BenchmarkException($"The proxy answers: {Encoding.ASCII.GetString(answer)}")
                : false
        );
}
