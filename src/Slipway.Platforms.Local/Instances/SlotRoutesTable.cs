using Slipway.Delivery.Environments;
using Slipway.Delivery.State;
using Slipway.Protocol.Gateway;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The gateway's routing table as this environment wants it: a pure function of its slots.</summary>
static class SlotRoutesTable
{
    /// <param name="live">The slot that gets all traffic; null: none does.</param>
    /// <param name="previewKey">Lets a request choose its slot; null: nobody can.</param>
    public static RoutesUpdate For(
        IEnumerable<KeyValuePair<Slot, SlotRecord>> slots,
        Slot? live,
        long token,
        string? previewKey
    ) =>
        new(
            token,
            [
                .. slots.Select(slot => new SlotRoutes(
                    slot.Key.Name(),
                    [.. slot.Value.Instances.Select(instance => new Destination(instance.Name, instance.Address))],
                    slot.Key == live ? 100 : 0
                )),
            ],
            previewKey
        );

    /// <summary>The slots of the environment that hold a revision.</summary>
    public static IReadOnlyList<KeyValuePair<Slot, SlotRecord>> Read(EnvironmentDirectory environment) =>
        [
            .. Slots
                .All.Select(slot => KeyValuePair.Create(slot, SlotRecord.Read(environment, slot)!))
                .Where(slot => slot.Value is not null),
        ];
}
