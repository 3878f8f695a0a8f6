using System.Collections.Concurrent;
using Slipway.Gateway.WebSockets;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>What is counted for one slot, whichever routing tables it appears in over time.</summary>
sealed class Slot(string name)
{
    readonly ConcurrentDictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    int _inFlight;
    long _requests;
    long _errors;

    public string Name { get; } = name;

    public int InFlight => Volatile.Read(ref _inFlight);

    public LatencyHistogram Latency { get; } = new();

    /// <summary>The instance of that id, known from now on.</summary>
    public Instance Instance(string id) => _instances.GetOrAdd(id, _ => new Instance());

    /// <summary>An unknown instance has nothing in flight.</summary>
    public int InFlightOn(string id) => _instances.TryGetValue(id, out var instance) ? instance.InFlight : 0;

    /// <summary>The WebSockets on one instance, or without an id on all.</summary>
    public IEnumerable<OpenWebSockets> WebSockets(string? id) =>
        id is null ? _instances.Values.Select(instance => instance.WebSockets)
        : _instances.TryGetValue(id, out var one) ? [one.WebSockets]
        : [];

    /// <summary>Ids come and go with the revisions: only those in use, and those still busy, are kept.</summary>
    public void ForgetAllBut(IEnumerable<string> ids)
    {
        var used = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var (id, instance) in _instances)
        {
            if (!used.Contains(id) && instance.InFlight == 0)
                _instances.TryRemove(id, out _);
        }
    }

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
