namespace Slipway.Delivery.Gates;

/// <summary>The requests of one slot in one stretch of time.</summary>
/// <param name="Latency">Buckets that are not empty, ascending.</param>
public sealed record Window(long Requests, long Errors, IReadOnlyList<LatencyBucket> Latency)
{
    public double ErrorRate => Requests == 0 ? 0 : (double)Errors / Requests;

    /// <summary>Requests whose latency was measured: all but WebSockets.</summary>
    public long Measured => Latency.Sum(bucket => bucket.Count);

    /// <summary>What was counted between two readings.</summary>
    public static Window Between(SlotStatistics first, SlotStatistics last) => Of(last.After(first));

    /// <summary>Everything that was counted.</summary>
    public static Window Of(SlotStatistics statistics) =>
        new(statistics.Requests, statistics.Errors, statistics.Latency);

    /// <summary>
    /// The nearest-rank percentile as the upper bound of its bucket, in milliseconds; 0 when nothing was measured.
    /// </summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double Percentile(double share)
    {
        var rank = (long)Math.Ceiling(Measured * share);
        var seen = 0L;
        foreach (var bucket in Latency)
        {
            seen += bucket.Count;
            if (seen >= rank)
                return bucket.UpTo;
        }

        return 0;
    }

    /// <summary>Requests in buckets whose upper bound is above <paramref name="limit"/> milliseconds.</summary>
    public long SlowerThan(double limit) => Latency.Where(bucket => bucket.UpTo > limit).Sum(bucket => bucket.Count);
}
