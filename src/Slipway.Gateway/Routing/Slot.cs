using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>What is counted for one slot, whichever routing tables it appears in over time.</summary>
sealed class Slot(string name)
{
    int _inFlight;
    long _requests;
    long _errors;

    public string Name { get; } = name;

    public int InFlight => Volatile.Read(ref _inFlight);

    public LatencyHistogram Latency { get; } = new();

    public void Enter() => Interlocked.Increment(ref _inFlight);

    public void Leave() => Interlocked.Decrement(ref _inFlight);

    /// <param name="latency">Null for a WebSocket, whose length says nothing about the slot.</param>
    public void Count(TimeSpan? latency, bool failed)
    {
        Interlocked.Increment(ref _requests);
        if (failed)
            Interlocked.Increment(ref _errors);
        if (latency is { } measured)
            Latency.Record(measured);
    }

    public SlotStatus Status(IReadOnlyList<Destination> destinations, int weight) =>
        new(
            Name,
            destinations,
            weight,
            InFlight,
            Volatile.Read(ref _requests),
            Volatile.Read(ref _errors),
            Latency.Summary()
        );
}
