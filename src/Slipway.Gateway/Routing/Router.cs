using System.Collections.Concurrent;
using Slipway.Gateway.State;
using Slipway.Gateway.WebSockets;
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
        foreach (var slot in _slots.Values)
            slot.ForgetAllBut(table.Destinations(slot.Name).Select(destination => destination.Id));
    }

    /// <summary>
    /// Chooses the place of a request and counts it in flight there; null when there is none. The caller must call
    /// <see cref="Place.Leave"/>.
    /// </summary>
    /// <param name="previewKey">From the request; ignored when it is not the key.</param>
    /// <param name="previewSlot">From the request.</param>
    public Place? Enter(string? previewKey, string? previewSlot)
    {
        while (true)
        {
            var table = Table;
            var route = table.Choose(previewKey, previewSlot);
            if (route is null)
                return null;
            var place = new Place(table, route, route.NextTurn());
            if (TryEnter(place))
                return place;
        }
    }

    /// <summary>
    /// Another place for a request whose instance was not there: the next instance of the slot or, when the table was
    /// replaced meanwhile, wherever that one sends it. Null when there is none: the request is where it was.
    /// </summary>
    /// <inheritdoc cref="Enter"/>
    public Place? Next(Place place, string? previewKey, string? previewSlot)
    {
        var onward = place with { Turn = place.Turn + 1, Tried = place.Tried + 1 };
        if (onward.Tried > place.Route.Count && IsCurrent(place.Table))
            return null;
        var next = onward.Tried <= place.Route.Count && TryEnter(onward) ? onward : Enter(previewKey, previewSlot);
        if (next is not null)
            place.Leave();
        return next;
    }

    /// <summary>The weight of the slot in the table in force; 0 when it is not there.</summary>
    public int Weight(string slot) => Table.Find(slot)?.Routes.Weight ?? 0;

    /// <summary>Whether requests are sent to that instance of the slot, or without one to any, other than previews.</summary>
    public bool IsInUse(string slot, string? destination) =>
        Weight(slot) > 0
        && (
            destination is null
            || Table.Destinations(slot).Any(one => string.Equals(one.Id, destination, StringComparison.Ordinal))
        );

    /// <summary>On that instance of the slot, or without one on the whole slot.</summary>
    public int InFlight(string slot, string? destination = null) =>
        !_slots.TryGetValue(slot, out var counted) ? 0
        : destination is null ? counted.InFlight
        : counted.InFlightOn(destination);

    /// <inheritdoc cref="InFlight"/>
    public IEnumerable<OpenWebSockets> WebSockets(string slot, string? destination = null) =>
        _slots.TryGetValue(slot, out var counted) ? counted.WebSockets(destination) : [];

    /// <summary>Every slot's: the gateway is going.</summary>
    public void CloseWebSockets()
    {
        foreach (var open in _slots.Values.SelectMany(slot => slot.WebSockets(id: null)))
            open.Close();
    }

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

    // Counted first, then looked again: a drain that begins after a swap sees every request that the old table let in,
    // since one that was not counted yet finds the new table here.
    bool TryEnter(Place place)
    {
        place.Enter();
        if (IsCurrent(place.Table))
            return true;
        place.Leave();
        return false;
    }

    bool IsCurrent(RoutingTable table) => ReferenceEquals(Table, table);
}
