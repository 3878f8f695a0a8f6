using Slipway.Gateway.WebSockets;

namespace Slipway.Gateway.Routing;

/// <summary>What is in flight on one instance of a slot, whichever routing tables it appears in over time.</summary>
sealed class Instance
{
    int _inFlight;

    public int InFlight => Volatile.Read(ref _inFlight);

    public OpenWebSockets WebSockets { get; } = new();

    public void Enter() => Interlocked.Increment(ref _inFlight);

    public void Leave() => Interlocked.Decrement(ref _inFlight);
}
