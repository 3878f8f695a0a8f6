using Microsoft.AspNetCore.Http.Features;

namespace Slipway.Gateway.WebSockets;

/// <summary>
/// Stands between the forwarder and the server while a request may become a WebSocket, and keeps the connection where a
/// drain finds it. Other protocols are not touched: only who speaks them knows how to end them.
/// </summary>
sealed class WebSocketUpgrade : IHttpUpgradeFeature, IAsyncDisposable
{
    readonly HttpContext _context;
    readonly IHttpUpgradeFeature _server;
    readonly OpenWebSockets _open;
    readonly CancellationTokenSource _overdue;
    readonly Lock _lock = new();
    WebSocketRelay? _relay;
    bool _closing;

    WebSocketUpgrade(HttpContext context, IHttpUpgradeFeature server, OpenWebSockets open, TimeProvider time)
    {
        _context = context;
        _server = server;
        _open = open;
        _overdue = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    public bool IsUpgradableRequest => _server.IsUpgradableRequest;

    /// <summary>Cancelled when both ends were told to close and the grace is over: forwarding has to stop then.</summary>
    public CancellationToken Overdue => _overdue.Token;

    /// <summary>Null for a request that asks for no WebSocket, which costs it one look at a header.</summary>
    public static WebSocketUpgrade? For(HttpContext context, OpenWebSockets open, TimeProvider time)
    {
        var asked = context.Request.Headers.Upgrade;
        if (asked.Count == 0 || !string.Equals(asked, "websocket", StringComparison.OrdinalIgnoreCase))
            return null;
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } server)
            return null;
        var upgrade = new WebSocketUpgrade(context, server, open, time);
        context.Features.Set<IHttpUpgradeFeature>(upgrade);
        open.Add(upgrade);
        return upgrade;
    }

    public async Task<Stream> UpgradeAsync()
    {
        var client = await _server.UpgradeAsync();
        // When the request is not in flight any more, so that a drain that finds no WebSocket finds no such request.
        _context.Response.OnCompleted(Forget);
        lock (_lock)
        {
            _relay = new WebSocketRelay(client, _overdue);
            if (_closing)
                _relay.BeginClose();
            return _relay;
        }
    }

    /// <summary>Begins to close, once the handshake is over; false when that was asked already.</summary>
    public bool TryClose()
    {
        lock (_lock)
        {
            if (_closing)
                return false;
            _closing = true;
            _relay?.BeginClose();
            return true;
        }
    }

    /// <summary>When the forwarding has ended, of whatever it became.</summary>
    public async ValueTask DisposeAsync()
    {
        _context.Features.Set(_server);
        if (_relay is null)
            await Forget();
        else
            await _relay.EndAsync();

        _overdue.Dispose();
    }

    Task Forget()
    {
        _open.Remove(this);
        return Task.CompletedTask;
    }
}
