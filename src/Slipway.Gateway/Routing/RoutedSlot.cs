using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>One slot in one routing table: immutable but for whose turn it is.</summary>
sealed class RoutedSlot(Slot slot, SlotRoutes routes)
{
    readonly string[] _prefixes = [.. routes.Destinations.Select(destination => destination.Address.AbsoluteUri)];
    uint _turn;

    public Slot Slot { get; } = slot;

    public SlotRoutes Routes { get; } = routes;

    public int Count => _prefixes.Length;

    /// <summary>The next instance in turn: a number for <see cref="Prefix"/>, which the numbers after it follow on.</summary>
    public uint NextTurn() => Interlocked.Increment(ref _turn);

    /// <summary>The address that a request's path is appended to.</summary>
    public string Prefix(uint turn) => _prefixes[turn % (uint)_prefixes.Length];
}
