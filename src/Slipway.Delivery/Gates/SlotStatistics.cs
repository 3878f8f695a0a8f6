namespace Slipway.Delivery.Gates;

/// <summary>
/// What the front door has counted of a slot's requests since <paramref name="Since"/>. The numbers only grow while
/// <paramref name="Since"/> stays the same, so a stretch of time is the difference of two of these.
/// </summary>
/// <param name="Since">When counting began at zero: the start of the front door.</param>
/// <param name="Requests">Finished requests.</param>
/// <param name="Errors">Of these, answered with a 5xx, by the instance or for it.</param>
/// <param name="Latency">Of finished requests: buckets that are not empty, ascending.</param>
public sealed record SlotStatistics(
    DateTimeOffset Since,
    long Requests,
    long Errors,
    IReadOnlyList<LatencyBucket> Latency
)
{
    public static SlotStatistics Nothing(DateTimeOffset since) => new(since, 0, 0, []);
}

/// <param name="UpTo">Milliseconds, exclusive.</param>
/// <param name="Count">Requests in this bucket alone.</param>
public sealed record LatencyBucket(double UpTo, long Count);
