using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Slipway.Protocol.Gateway;
using Slipway.Testing;

namespace Slipway.Gateway.Tests;

/// <summary>The gateway's program on a free port, with a public client and one for its admin socket.</summary>
sealed class GatewayFixture : IAsyncDisposable
{
    public const string PreviewKey = "0123456789abcdef";

    readonly List<Backend> _backends = [];
    GatewayProcess? _process;

    GatewayFixture(TempDirectory directory, GatewayOptions options, GatewayProcess process)
    {
        Directory = directory;
        Options = options;
        _process = process;
        Public = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = process.Address };
        Admin = CreateAdmin(options.AdminSocket);
    }

    public TempDirectory Directory { get; }

    public GatewayOptions Options { get; private set; }

    public int ProcessId => _process!.Id;

    public HttpClient Public { get; }

    public HttpClient Admin { get; }

    public static async Task<GatewayFixture> StartAsync(long maxBodyBytes = GatewayOptions.DefaultMaxBodyBytes)
    {
        var directory = new TempDirectory();
        var options = new GatewayOptions(
            new Uri("http://127.0.0.1:0"),
            directory["state.json"],
            directory["run/a.sock"],
            directory["logs/access.log"],
            maxBodyBytes
        );
        return new GatewayFixture(directory, options, await GatewayProcess.StartAsync(options));
    }

    /// <summary>Stops the gateway and starts another one on the same state and port.</summary>
    public async Task RestartAsync()
    {
        Options = Options with { Listen = Public.BaseAddress! };
        await StopAsync();
        _process = await GatewayProcess.StartAsync(Options);
    }

    /// <summary>What SIGTERM does.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
            return;
        using (process)
            await process.StopAsync();
    }

    public async Task<Backend> BackendAsync(string name)
    {
        var backend = await Backend.StartAsync(name);
        _backends.Add(backend);
        return backend;
    }

    public static SlotRoutes Slot(string name, int weight, params Destination[] destinations) =>
        new(name, destinations, weight);

    /// <summary>An address where nobody listens.</summary>
    public static Destination Nobody => new("nobody", new Uri($"http://127.0.0.1:{FreePort.Next()}"));

    public async Task RouteAsync(params SlotRoutes[] slots)
    {
        using var response = await TryRouteAsync(new RoutesUpdate(1, slots, PreviewKey));
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    /// <summary>A table in which no slot has weight, so that requests wait for another one.</summary>
    public async Task HoldAsync(double seconds, params SlotRoutes[] slots)
    {
        using var response = await TryRouteAsync(new RoutesUpdate(1, slots, PreviewKey, seconds));
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    public Task WaitingAsync(int requests) =>
        Wait.UntilAsync(async () => (await StatusAsync()).Waiting == requests, $"{requests} requests wait");

    public Task<HttpResponseMessage> TryRouteAsync(RoutesUpdate update) =>
        Admin.PutAsJsonAsync("/routes", update, GatewayJson.Default.RoutesUpdate);

    public async Task<DrainResult> DrainAsync(string slot, double seconds = 30, string? destination = null)
    {
        using var response = await TryDrainAsync(new DrainRequest(1, slot, seconds, destination));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync(GatewayJson.Default.DrainResult))!;
    }

    public Task<HttpResponseMessage> TryDrainAsync(DrainRequest drain) =>
        Admin.PostAsJsonAsync("/drain", drain, GatewayJson.Default.DrainRequest);

    public async Task<GatewayStatus> StatusAsync() =>
        (await Admin.GetFromJsonAsync("/status", GatewayJson.Default.GatewayStatus))!;

    public async Task<SlotStatus> SlotAsync(string name) =>
        (await StatusAsync()).Slots.Single(slot => slot.Name == name);

    /// <summary>A request that reaches the slot whatever its weight, for who knows the key.</summary>
    public async Task<HttpResponseMessage> PreviewAsync(string slot, string path, string key = PreviewKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(PreviewHeaders.Key, key);
        request.Headers.Add(PreviewHeaders.Slot, slot);
        return await Public.SendAsync(request);
    }

    /// <summary>Sends exactly these lines and answers everything that comes back until the gateway hangs up.</summary>
    public async Task<string> RawAsync(params string[] lines)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Public.BaseAddress!.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Admin.Dispose();
        foreach (var backend in _backends)
            await backend.DisposeAsync();
        await StopAsync();
        Directory.Dispose();
    }

    public static HttpClient CreateAdmin(string path) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancel) =>
                {
                    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = new Uri("http://gateway"),
        };
}
