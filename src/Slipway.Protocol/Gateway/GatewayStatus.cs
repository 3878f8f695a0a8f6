namespace Slipway.Protocol.Gateway;

/// <summary><c>GET /status</c> of the admin socket.</summary>
/// <param name="Pid">The gateway's process.</param>
/// <param name="StartedAt">When this process started; its counters began at zero then.</param>
/// <param name="Listen">The public address it really listens on.</param>
/// <param name="Token">The newest fencing token seen; 0 before the first.</param>
/// <param name="Slots">
/// The slots of the routing table, and those that left it while something was still in flight there.
/// </param>
/// <param name="Waiting">
/// Requests that wait for a table with weight: see <see cref="RoutesUpdate.HoldSeconds"/>. They are in no slot yet.
/// </param>
public sealed record GatewayStatus(
    int Pid,
    DateTimeOffset StartedAt,
    string Listen,
    long Token,
    IReadOnlyList<SlotStatus> Slots,
    int Waiting = 0
);

/// <summary>One slot, with counters since the gateway's start; they only grow, so compare two readings.</summary>
/// <param name="Name">The slot.</param>
/// <param name="Destinations">Its instances.</param>
/// <param name="Weight">Its share of the traffic; 0 when only a preview reaches it.</param>
/// <param name="InFlight">Requests and WebSockets not finished yet.</param>
/// <param name="Requests">Finished requests.</param>
/// <param name="Errors">Of these, answered with a 5xx, by the instance or by the gateway for it.</param>
/// <param name="Latency">Of finished requests, WebSockets excepted.</param>
public sealed record SlotStatus(
    string Name,
    IReadOnlyList<Destination> Destinations,
    int Weight,
    int InFlight,
    long Requests,
    long Errors,
    LatencySummary Latency
);

/// <summary>
/// Latencies as a histogram whose buckets are at most 12.5 % wide. The percentiles are upper bounds of their buckets.
/// </summary>
/// <param name="Count">Requests measured.</param>
/// <param name="P50">Milliseconds; 0 when nothing was measured.</param>
/// <param name="P95">Milliseconds; 0 when nothing was measured.</param>
/// <param name="P99">Milliseconds; 0 when nothing was measured.</param>
/// <param name="Max">Milliseconds; 0 when nothing was measured.</param>
/// <param name="Buckets">The buckets that are not empty, ascending.</param>
public sealed record LatencySummary(
    long Count,
    double P50,
    double P95,
    double P99,
    double Max,
    IReadOnlyList<LatencyBucket> Buckets
);

/// <param name="UpTo">Milliseconds, the bucket's exclusive upper bound; its lower one is at most 12.5 % below.</param>
/// <param name="Count">Requests in this bucket alone.</param>
public sealed record LatencyBucket(double UpTo, long Count);

/// <summary>Why the admin side refused a request (400, 404, 409).</summary>
/// <param name="Error">One sentence for a person.</param>
/// <param name="Current">With 409 for a stale token: the newest token seen.</param>
public sealed record GatewayRefusal(string Error, long? Current = null);
