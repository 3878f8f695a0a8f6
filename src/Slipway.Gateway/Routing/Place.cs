using Slipway.Gateway.Proxy;

namespace Slipway.Gateway.Routing;

/// <summary>Where one request is: in flight at a slot and at the instance whose turn it was there, until it leaves.</summary>
/// <param name="Table">That sent it there.</param>
/// <param name="Route">The slot in that table.</param>
/// <param name="Turn">Which instance: see <see cref="RoutedSlot.NextTurn"/>.</param>
/// <param name="Tried">Instances of the slot that were tried under this table, this one included.</param>
readonly record struct Place(RoutingTable Table, RoutedSlot Route, uint Turn, int Tried = 1)
{
    public Slot Slot => Route.Slot;

    /// <summary>The address that the request's path is appended to; null when the slot has no instance.</summary>
    public string? Prefix => Route.Prefix(Turn);

    /// <inheritdoc cref="Prefix"/>
    public AsAsked? Transformer => Route.Transformer(Turn);

    /// <inheritdoc cref="Prefix"/>
    public Instance? Instance => Route.Instance(Turn);

    public void Enter()
    {
        Slot.Enter();
        Instance?.Enter();
    }

    public void Leave()
    {
        Instance?.Leave();
        Slot.Leave();
    }
}
