using Slipway.Delivery.Environments;

namespace Slipway.Delivery.Plans;

/// <summary>What of a slot a plan depends on. Health is not among it: it comes and goes without anybody's doing.</summary>
public sealed record SlotFacts(
    int Traffic,
    string? Digest = null,
    string? Version = null,
    string? Configuration = null
);

/// <summary>What of the observed world a plan depends on: when one of these is different, the plan is refused.</summary>
public sealed record WorldFacts(SlotFacts Blue, SlotFacts Green, int? GatewayPort = null, string? MigratedBy = null)
{
    public static WorldFacts Of(World world) =>
        new(Of(world.Blue), Of(world.Green), world.GatewayPort, world.MigratedBy);

    /// <summary>Each difference as one line for a person; empty: the world has not moved.</summary>
    public IReadOnlyList<string> DifferencesTo(WorldFacts now) =>
        [
            .. Differences("blue", Blue, now.Blue),
            .. Differences("green", Green, now.Green),
            .. GatewayPort == now.GatewayPort
                ? (string[])[]
                : [$"the gateway was {Place(GatewayPort)}, now {Place(now.GatewayPort)}"],
            .. string.Equals(MigratedBy, now.MigratedBy, StringComparison.Ordinal)
                ? (string[])[]
                : [$"migrations were applied by {MigratedBy ?? "nobody"}, now by {now.MigratedBy ?? "nobody"}"],
        ];

    static SlotFacts Of(SlotState slot) =>
        new(slot.Traffic, slot.Revision?.Digest, slot.Revision?.Version, slot.Revision?.Configuration);

    static IEnumerable<string> Differences(string slot, SlotFacts then, SlotFacts now)
    {
        if (!string.Equals(then.Digest, now.Digest, StringComparison.Ordinal))
            yield return $"{slot} held {Name(then)}, now {Name(now)}";
        else if (!string.Equals(then.Configuration, now.Configuration, StringComparison.Ordinal))
            yield return $"{slot} runs {Name(now)} with another configuration";
        if (then.Traffic != now.Traffic)
            yield return $"{slot} had {then.Traffic} % of the traffic, now {now.Traffic} %";
    }

    static string Place(int? port) => port is null ? "down" : $"on port {port}";

    static string Name(SlotFacts slot) => slot.Digest is null ? "nothing" : $"{slot.Version} {slot.Digest}";
}
