using System.Collections.Concurrent;
using Slipway.Gateway.State;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>The table in force and the slots' counters. A new table counts for every request that enters after the swap.</summary>
sealed class Router
{
    readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    RoutingTable _table = new([], previewKey: null, TimeSpan.Zero);

    /// <summary>The table in force.</summary>
    public RoutingTable Table => Volatile.Read(ref _table);

    /// <summary>Swaps the table at once. Requests in flight finish where they are.</summary>
    public void Use(GatewayState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var routes = state.Slots.Select(slot => new RoutedSlot(
            _slots.GetOrAdd(slot.Name, name => new Slot(name)),
            slot
        ));
        var table = new RoutingTable([.. routes], state.PreviewKey, TimeSpan.FromSeconds(state.HoldSeconds));
        Interlocked.Exchange(ref _table, table).Replace();
    }

    /// <summary>
    /// Chooses the slot of a request and counts it in flight there; null when there is none. The caller must call
    /// <see cref="Slot.Leave"/>.
    /// </summary>
    /// <param name="previewKey">From the request; ignored when it is not the key.</param>
    /// <param name="previewSlot">From the request.</param>
    public RoutedSlot? Enter(string? previewKey, string? previewSlot)
    {
        while (true)
        {
            var table = Table;
            var route = table.Choose(previewKey, previewSlot);
            if (route is null)
                return null;

            // Counted first, then looked again: a drain that begins after a swap sees every request that the old table
            // let in, since one that was not counted yet finds the new table here.
            route.Slot.Enter();
            if (ReferenceEquals(Table, table))
                return route;
            route.Slot.Leave();
        }
    }

    /// <summary>The weight of the slot in the table in force; 0 when it is not there.</summary>
    public int Weight(string slot) => Table.Find(slot)?.Routes.Weight ?? 0;

    public int InFlight(string slot) => _slots.TryGetValue(slot, out var counted) ? counted.InFlight : 0;

    /// <summary>The slots of the table, then those that left it with something in flight.</summary>
    public IReadOnlyList<SlotStatus> Status()
    {
        var routes = Table.Routes;
        var gone = _slots
            .Values.Where(slot => slot.InFlight > 0 && routes.All(route => route.Slot != slot))
            .OrderBy(slot => slot.Name, StringComparer.Ordinal);
        return
        [
            .. routes.Select(route => route.Slot.Status(route.Routes.Destinations, route.Routes.Weight)),
            .. gone.Select(slot => slot.Status([], weight: 0)),
        ];
    }
}
