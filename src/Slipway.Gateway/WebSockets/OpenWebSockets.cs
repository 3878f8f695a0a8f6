namespace Slipway.Gateway.WebSockets;

/// <summary>The WebSockets of one instance.</summary>
sealed class OpenWebSockets
{
    readonly Lock _lock = new();
    readonly HashSet<WebSocketRelay> _relays = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _relays.Count;
        }
    }

    public void Add(WebSocketRelay relay)
    {
        lock (_lock)
            _relays.Add(relay);
    }

    public void Remove(WebSocketRelay relay)
    {
        lock (_lock)
            _relays.Remove(relay);
    }

    /// <summary>Begins to close all; answers how many were not being closed yet.</summary>
    public int Close()
    {
        lock (_lock)
            return _relays.Count(relay => relay.TryClose());
    }
}
