namespace Slipway.Gateway.WebSockets;

/// <summary>The WebSockets of one instance, those whose handshake is under way among them.</summary>
sealed class OpenWebSockets
{
    readonly Lock _lock = new();
    readonly HashSet<WebSocketUpgrade> _open = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _open.Count;
        }
    }

    public void Add(WebSocketUpgrade upgrade)
    {
        lock (_lock)
            _open.Add(upgrade);
    }

    public void Remove(WebSocketUpgrade upgrade)
    {
        lock (_lock)
            _open.Remove(upgrade);
    }

    /// <summary>Begins to close all; answers how many were not being closed yet.</summary>
    public int Close()
    {
        lock (_lock)
            return _open.Count(upgrade => upgrade.TryClose());
    }
}
