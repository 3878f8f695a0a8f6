namespace Slipway.Delivery.Environments;

/// <summary>What runs in one slot, as observed.</summary>
/// <param name="Revision">Null: nothing was ever started here, or it was stopped.</param>
/// <param name="Instances">Processes (containers, pods) that exist.</param>
/// <param name="Healthy">Those of them that answer ready.</param>
/// <param name="Traffic">The share of public requests that it gets, in percent.</param>
public sealed record SlotState(Slot Name, Revision? Revision, int Instances, int Healthy, int Traffic)
{
    public static SlotState Empty(Slot slot) => new(slot, null, 0, 0, 0);
}

/// <summary>An environment as it is at one moment.</summary>
public sealed record World
{
    public required SlotState Blue { get; init; }

    public required SlotState Green { get; init; }

    /// <summary>The port where the front door answers; null: it does not.</summary>
    public required int? GatewayPort { get; init; }

    /// <summary>The image whose migrations were applied last; null: none were.</summary>
    public string? MigratedBy { get; init; }

    public IReadOnlyList<SlotState> Slots => [Blue, Green];

    public SlotState this[Slot slot] => slot == Slot.Blue ? Blue : Green;

    /// <summary>The slot with the most traffic; null before the first deployment.</summary>
    public SlotState? Live => Slots.Where(slot => slot.Traffic > 0).MaxBy(slot => slot.Traffic);

    public static World Empty { get; } =
        new()
        {
            Blue = SlotState.Empty(Slot.Blue),
            Green = SlotState.Empty(Slot.Green),
            GatewayPort = null,
        };

    public World With(SlotState state) =>
        state.Name == Slot.Blue ? this with { Blue = state } : this with { Green = state };
}
