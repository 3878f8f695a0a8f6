using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Slipway.Gateway.Admin;
using Slipway.Gateway.Logging;
using Slipway.Gateway.Proxy;
using Slipway.Gateway.Routing;
using Slipway.Gateway.Sockets;
using Slipway.Gateway.State;
using Slipway.Protocol.Files;
using Slipway.Protocol.Gateway;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway;

/// <summary>A running gateway: the public side on its address, the admin side on its socket, in one Kestrel.</summary>
sealed class GatewayHost : IAsyncDisposable
{
    /// <summary>What requests in flight get to finish after SIGTERM.</summary>
    static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);

    readonly GatewayOptions _options;
    readonly TimeProvider _time;
    readonly DateTimeOffset _startedAt;
    readonly Router _router = new();
    readonly StateFile _state;
    readonly RouteAuthority _authority;
    readonly AccessLog? _log;
    readonly HttpMessageInvoker _client = InstanceClient.Create();
    WebApplication? _app;
    WaitingRoom? _waitingRoom;
    SocketThreads? _threads;

    GatewayHost(GatewayOptions options, TimeProvider time, StateFile state)
    {
        _options = options;
        _time = time;
        _startedAt = time.GetUtcNow();
        _state = state;
        _authority = new RouteAuthority(state, _router);
        _log = options.AccessLog is { } path ? new AccessLog(path, time) : null;
    }

    /// <summary>The public address, with the real port when 0 was asked for.</summary>
    public string Address =>
        _app?.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses.First(address => !address.StartsWith("http://unix:", StringComparison.Ordinal))
        ?? throw new InvalidOperationException("The gateway has not started.");

    /// <summary>Serves what the state file says when it returns.</summary>
    public static async Task<GatewayHost> StartAsync(GatewayOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var state = StateFile.Open(options.StateFile);
        GatewayHost? host = null;
        try
        {
            host = new GatewayHost(options, time, state);
            await host.StartAsync();
            return host;
        }
        catch
        {
            if (host is not null)
                await host.DisposeAsync();
            state.Dispose();
            throw;
        }
    }

    /// <summary>Returns after SIGTERM or Ctrl-C, when the requests in flight are finished or the limit is reached.</summary>
    public Task WaitForShutdownAsync() => _app!.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            using var limit = new CancellationTokenSource(ShutdownLimit, _time);
            await _app.StopAsync(limit.Token);
            await _app.DisposeAsync();
        }

        _client.Dispose();
        _threads?.Dispose();
        if (_log is not null)
            await _log.DisposeAsync();
        _state.Dispose();
    }

    async Task StartAsync()
    {
        var directory = Path.GetDirectoryName(_options.AdminSocket)!;
        RuntimeDirectory.EnsurePrivate(directory);
        // The lock of the state file is held: nobody alive listens on a socket that is still there.
        File.Delete(_options.AdminSocket);
        _threads = await SocketThreads.StartBurstsAsync(directory);

        _app = Build();
        var stopping = _app.Lifetime.ApplicationStopping;
        stopping.Register(_router.CloseWebSockets);
        _waitingRoom = new WaitingRoom(_router, _time, stopping);
        var admin = new AdminHandler(_authority, _router, Describe, new Drainage(_router, _time), stopping);
        var forwarder = _app.Services.GetRequiredService<IHttpForwarder>();
        var proxy = new ProxyHandler(_router, _waitingRoom, forwarder, _client, _log, _time, _options.MaxBodyBytes);
        _app.Run(context =>
            context.Features.Get<AdminConnection>() is null ? proxy.HandleAsync(context) : admin.HandleAsync(context)
        );
        await _app.StartAsync();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_options.AdminSocket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // The whole way of a request is asynchronous, so it can run on the thread that saw its bytes arrive.
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(Configure)
            .UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.AddHttpForwarder();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        return builder.Build();
    }

    void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        Limits.Apply(kestrel.Limits, _options.MaxBodyBytes);
        kestrel.Listen(
            EndPointOf(_options.Listen),
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(
                    (connection, next) =>
                    {
                        connection.Transport = new DeferredTransport(connection.Transport);
                        return next(connection);
                    }
                );
            }
        );
        kestrel.ListenUnixSocket(
            _options.AdminSocket,
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                // Marks the connection itself: nothing that a public request carries can look like it.
                listen.Use(
                    (connection, next) =>
                    {
                        connection.Features.Set(AdminConnection.Mark);
                        return next(connection);
                    }
                );
            }
        );
    }

    static IPEndPoint EndPointOf(Uri listen) =>
        new(IPAddress.TryParse(listen.DnsSafeHost, out var address) ? address : IPAddress.Loopback, listen.Port);

    GatewayStatus Describe() =>
        new(Environment.ProcessId, _startedAt, Address, _authority.Token, _router.Status(), _waitingRoom?.Waiting ?? 0);

    /// <summary>Set on connections of the admin socket.</summary>
    sealed class AdminConnection
    {
        public static AdminConnection Mark { get; } = new();
    }
}
