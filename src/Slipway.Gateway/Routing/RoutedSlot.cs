using Slipway.Gateway.Proxy;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>One slot in one routing table: immutable but for whose turn it is.</summary>
sealed class RoutedSlot(Slot slot, SlotRoutes routes)
{
    readonly string[] _prefixes = [.. routes.Destinations.Select(destination => destination.Address.AbsoluteUri)];
    readonly Instance[] _instances = [.. routes.Destinations.Select(destination => slot.Instance(destination.Id))];
    readonly AsAsked[] _transformers =
    [
        .. routes.Destinations.Select(destination => new AsAsked(destination.Address.AbsoluteUri)),
    ];
    uint _turn;

    public Slot Slot { get; } = slot;

    public SlotRoutes Routes { get; } = routes;

    public int Count => _prefixes.Length;

    /// <summary>The next instance in turn: a number for the methods below, which the numbers after it follow on.</summary>
    public uint NextTurn() => Interlocked.Increment(ref _turn);

    /// <summary>The address that a request's path is appended to; null when there is no instance.</summary>
    public string? Prefix(uint turn) => Of(_prefixes, turn);

    /// <summary>What makes a request one to that instance.</summary>
    /// <inheritdoc cref="Prefix"/>
    public AsAsked? Transformer(uint turn) => Of(_transformers, turn);

    /// <inheritdoc cref="Prefix"/>
    public Instance? Instance(uint turn) => Of(_instances, turn);

    static T? Of<T>(T[] all, uint turn)
        where T : class => all.Length == 0 ? null : all[turn % (uint)all.Length];
}
