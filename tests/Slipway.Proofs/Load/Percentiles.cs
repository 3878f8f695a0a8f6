using Slipway.Reporting.Proofs;

namespace Slipway.Proofs.Load;

/// <summary>Samples in few numbers: nearest-rank percentiles, in milliseconds.</summary>
static class Percentiles
{
    const int MostSlices = 240;
    static readonly TimeSpan s_leastSlice = TimeSpan.FromMilliseconds(250);

    public static LatencySummary Of(IReadOnlyList<Sample> samples)
    {
        var sorted = Sorted(samples);
        return new LatencySummary(At(sorted, 50), At(sorted, 90), At(sorted, 99), At(sorted, 99.9), At(sorted, 100));
    }

    /// <summary>By the time in which each request was due.</summary>
    public static IReadOnlyList<LatencySlice> Slices(IReadOnlyList<Sample> samples)
    {
        var end = samples.Count == 0 ? TimeSpan.Zero : samples[^1].Due;
        var slice = end / MostSlices > s_leastSlice ? end / MostSlices : s_leastSlice;
        return
        [
            .. samples
                .GroupBy(sample => (int)(sample.Due / slice))
                .OrderBy(group => group.Key)
                .Select(group =>
                {
                    var sorted = Sorted([.. group]);
                    return new LatencySlice(
                        Math.Round((slice * group.Key).TotalSeconds, 3),
                        group.Count(),
                        group.Count(sample => sample.Failure is not null),
                        At(sorted, 50),
                        At(sorted, 99),
                        At(sorted, 100)
                    );
                }),
        ];
    }

    static double[] Sorted(IReadOnlyList<Sample> samples) =>
        [.. samples.Where(sample => !sample.IsLong).Select(sample => sample.Latency.TotalMilliseconds).Order()];

    static double At(double[] sorted, double percent) =>
        sorted.Length == 0
            ? 0
            : Math.Round(
                sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)],
                2
            );
}
