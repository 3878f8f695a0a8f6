namespace Slipway.Delivery.Gates;

/// <summary>
/// What the front door has counted of a slot's requests. The numbers only grow while <paramref name="Since"/> stays the
/// same, so a stretch of time is the difference of two of these.
/// </summary>
/// <param name="Since">When the front door was started, which began to count at zero then.</param>
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

    /// <summary>
    /// What was counted since an earlier reading. When the front door was started anew in between, what it counted before
    /// is lost, and everything since is new.
    /// </summary>
    public SlotStatistics After(SlotStatistics earlier)
    {
        if (earlier.Since != Since)
            return this;
        var before = earlier.Latency.ToDictionary(bucket => bucket.UpTo, bucket => bucket.Count);
        return new SlotStatistics(
            Since,
            Requests - earlier.Requests,
            Errors - earlier.Errors,
            [
                .. Latency
                    .Select(bucket => bucket with { Count = bucket.Count - before.GetValueOrDefault(bucket.UpTo) })
                    .Where(bucket => bucket.Count > 0),
            ]
        );
    }
}

/// <param name="UpTo">Milliseconds, exclusive.</param>
/// <param name="Count">Requests in this bucket alone.</param>
public sealed record LatencyBucket(double UpTo, long Count);
