using Slipway.Delivery.Environments;
using Slipway.Delivery.State;
using Slipway.Protocol.Gateway;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The gateway's routing table as this environment wants it: a pure function of its slots.</summary>
static class SlotRoutesTable
{
    /// <param name="split">Each slot's share of the traffic.</param>
    /// <param name="previewKey">Lets a request choose its slot; null: nobody can.</param>
    /// <param name="holdSeconds">How long a request waits while no slot has a share.</param>
    public static RoutesUpdate For(
        IReadOnlyList<KeyValuePair<Slot, SlotRecord>> slots,
        Split split,
        long token,
        string? previewKey,
        double holdSeconds
    ) =>
        new(
            token,
            [.. Slots.All.Select(slot => new SlotRoutes(slot.Name(), Destinations(slots, slot), split[slot]))],
            previewKey,
            holdSeconds
        );

    // A slot that is empty stays in the table, so that what was counted there stays known.
    static IReadOnlyList<Destination> Destinations(IReadOnlyList<KeyValuePair<Slot, SlotRecord>> slots, Slot slot) =>
        [
            .. slots
                .Where(held => held.Key == slot)
                .SelectMany(held => held.Value.Instances)
                .Select(instance => new Destination(instance.Name, instance.Address)),
        ];

    /// <summary>The slots of the environment that hold a revision.</summary>
    public static IReadOnlyList<KeyValuePair<Slot, SlotRecord>> Read(EnvironmentDirectory environment) =>
        [
            .. Slots
                .All.Select(slot => KeyValuePair.Create(slot, SlotRecord.Read(environment, slot)!))
                .Where(slot => slot.Value is not null),
        ];
}
