using System.Net.WebSockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Gateway.Tests.WebSockets;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Tests;

/// <summary>A small real server behind the gateway; every answer tells its name.</summary>
sealed class Backend : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly SemaphoreSlim _arrived = new(0);
    readonly TaskCompletionSource<Task> _talking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _requests;

    Backend(string name)
    {
        Name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Use(
            (context, next) =>
            {
                Interlocked.Increment(ref _requests);
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                context.Response.Headers["X-Target"] = target;
                return next(context);
            }
        );
        _app.UseWebSockets();
        _app.Map("/{**path}", () => name);
        _app.Map("/headers", (HttpRequest request) => Lines(request.Headers));
        _app.Map("/fail", () => Results.StatusCode(500));
        _app.Map("/abort", (HttpContext context) => context.Abort());
        _app.Map("/torn", TornAsync);
        _app.Map("/wait", WaitAsync);
        _app.Map("/hash", HashAsync);
        _app.Map("/bytes/{count:int}", (int count) => Results.Stream(stream => WriteAsync(stream, count)));
        _app.Map("/echo", EchoAsync);
        _app.Map("/talk", TalkAsync);
    }

    public string Name { get; }

    public Destination Destination =>
        new(
            Name,
            new Uri(
                _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
            )
        );

    public static async Task<Backend> StartAsync(string name)
    {
        var backend = new Backend(name);
        await backend._app.StartAsync();
        return backend;
    }

    /// <summary>Returns when a request has arrived at /wait.</summary>
    public Task RequestArrivedAsync() => _arrived.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>How many have arrived.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The server's end of the WebSocket at /talk.</summary>
    public Talker? Talker { get; private set; }

    /// <summary>With which the WebSocket at /echo was closed.</summary>
    public WebSocketCloseStatus? EchoClosedWith { get; private set; }

    /// <summary>Ends when the server's end at /talk does, and throws what it threw.</summary>
    public async Task TalkAsync() => await (await _talking.Task).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Ends at once, whatever is in flight, as a process that is killed.</summary>
    public async Task KillAsync()
    {
        Release();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>Lets the requests at /wait go on.</summary>
    public void Release() => _release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    async Task<string> WaitAsync()
    {
        _arrived.Release();
        await _release.Task;
        return Name;
    }

    static async Task TornAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("half");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    static async Task<string> HashAsync(HttpRequest request) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body));

    static async Task WriteAsync(Stream stream, int count)
    {
        var block = new byte[64 * 1024];
        for (; count > 0; count -= block.Length)
            await stream.WriteAsync(block.AsMemory(0, Math.Min(count, block.Length)));
    }

    async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        _arrived.Release();
        var buffer = new byte[1024];
        while (
            await socket.ReceiveAsync(buffer.AsMemory(), default)
                is { MessageType: not WebSocketMessageType.Close } part
        )
            await socket.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, default);
        EchoClosedWith = socket.CloseStatus;
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
    }

    async Task TalkAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Talker = new Talker(socket);
        var talking = Talker.RunAsync();
        _talking.SetResult(talking);
        _arrived.Release();
        await talking;
    }

    static string Lines(IHeaderDictionary headers) =>
        string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\n"));
}
