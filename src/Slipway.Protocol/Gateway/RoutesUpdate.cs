namespace Slipway.Protocol.Gateway;

/// <summary>One instance behind the gateway.</summary>
/// <param name="Id">Names the instance in status and logs; unique within its slot.</param>
/// <param name="Address">Absolute http address without a path, such as <c>http://127.0.0.1:40123</c>.</param>
public sealed record Destination(string Id, Uri Address);

/// <summary>One slot's part of the routing table.</summary>
/// <param name="Name">The slot, such as <c>blue</c> or <c>green</c>.</param>
/// <param name="Destinations">Its instances, used in turn. A slot without any answers 503.</param>
/// <param name="Weight">
/// Its share of the traffic: it gets <c>Weight / sum of all weights</c> of the requests. 0 (only a preview reaches it)
/// or more.
/// </param>
public sealed record SlotRoutes(string Name, IReadOnlyList<Destination> Destinations, int Weight);

/// <summary><c>PUT /routes</c>: the whole routing table; what it does not name is gone.</summary>
/// <param name="Token">The fencing token of the lease: older than the newest seen is refused with 409.</param>
/// <param name="Slots">
/// The slots. While none has weight, every public request is answered with 503, at once or after
/// <paramref name="HoldSeconds"/>.
/// </param>
/// <param name="PreviewKey">
/// The secret that lets a request choose its slot (see <see cref="PreviewHeaders"/>); null: nobody can. It is kept in
/// the gateway's state file (mode 0600) and nowhere else.
/// </param>
/// <param name="HoldSeconds">
/// While no slot has weight, a public request waits so many seconds after its arrival for a table in which one has, before
/// it is answered with 503. 0 (nobody waits) to 3600. Previews do not wait.
/// </param>
public sealed record RoutesUpdate(
    long Token,
    IReadOnlyList<SlotRoutes> Slots,
    string? PreviewKey = null,
    double HoldSeconds = 0
);

/// <summary>
/// The request headers that reach one slot whatever its weight, for smoke tests before any user sees it. Without the
/// right key they are ignored; the gateway never forwards them.
/// </summary>
public static class PreviewHeaders
{
    /// <summary>Carries <see cref="RoutesUpdate.PreviewKey"/>.</summary>
    public const string Key = "X-Slipway-Preview";

    /// <summary>Carries the name of the slot.</summary>
    public const string Slot = "X-Slipway-Slot";
}
