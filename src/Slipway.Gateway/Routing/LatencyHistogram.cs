using System.Numerics;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>
/// Latencies counted in buckets of logarithmic width: eight to each doubling, from 64 µs to about two minutes. Lock-free,
/// and nothing is allocated to record one.
/// </summary>
sealed class LatencyHistogram
{
    const int StepsPerDoubling = 8;
    const int StepBits = 3;
    const int LowestPower = 6; // 2^6 µs
    const int Doublings = 21; // up to 2^27 µs
    const int Buckets = 1 + (Doublings * StepsPerDoubling);

    readonly long[] _counts = new long[Buckets];
    long _maxMicroseconds;

    public void Record(TimeSpan latency)
    {
        var microseconds = Math.Max(0, (long)latency.TotalMicroseconds);
        Interlocked.Increment(ref _counts[Bucket(microseconds)]);
        for (var max = Volatile.Read(ref _maxMicroseconds); microseconds > max; )
        {
            var seen = Interlocked.CompareExchange(ref _maxMicroseconds, microseconds, max);
            if (seen == max)
                return;
            max = seen;
        }
    }

    public LatencySummary Summary()
    {
        var counts = new long[Buckets];
        for (var index = 0; index < Buckets; index++)
            counts[index] = Volatile.Read(ref _counts[index]);

        var total = counts.Sum();
        return new LatencySummary(
            total,
            Percentile(counts, total, 0.50),
            Percentile(counts, total, 0.95),
            Percentile(counts, total, 0.99),
            Volatile.Read(ref _maxMicroseconds) / 1000.0,
            [
                .. counts
                    .Select((count, index) => new LatencyBucket(UpperBound(index), count))
                    .Where(bucket => bucket.Count > 0),
            ]
        );
    }

    static int Bucket(long microseconds)
    {
        if (microseconds < 1L << LowestPower)
            return 0;
        var power = BitOperations.Log2((ulong)microseconds);
        var step = (int)(microseconds >> (power - StepBits)) & (StepsPerDoubling - 1);
        return Math.Min(1 + ((power - LowestPower) * StepsPerDoubling) + step, Buckets - 1);
    }

    /// <summary>Milliseconds.</summary>
    static double UpperBound(int bucket)
    {
        if (bucket == 0)
            return (1L << LowestPower) / 1000.0;
        var (power, step) = Math.DivRem(bucket - 1, StepsPerDoubling);
        return (((long)StepsPerDoubling + step + 1) << (power + LowestPower - StepBits)) / 1000.0;
    }

    // The nearest-rank percentile: the smallest bucket that at least this share of the requests does not exceed.
    static double Percentile(long[] counts, long total, double share)
    {
        var rank = (long)Math.Ceiling(total * share);
        var seen = 0L;
        for (var index = 0; index < counts.Length && total > 0; index++)
        {
            seen += counts[index];
            if (seen >= rank)
                return UpperBound(index);
        }

        return 0;
    }
}
