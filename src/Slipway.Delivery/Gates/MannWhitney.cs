namespace Slipway.Delivery.Gates;

/// <summary>
/// Are the latencies of one window larger than those of another, whatever their distribution? The Mann-Whitney U test,
/// one-sided, on histograms: all requests of one bucket are ties.
/// </summary>
/// <remarks>
/// H. B. Mann and D. R. Whitney, On a Test of Whether one of Two Random Variables is Stochastically Larger than the
/// Other, Annals of Mathematical Statistics 18 (1947); normal approximation with correction for ties and for continuity
/// as in M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods, section 4.1:
/// <code>
/// U  = Σ over buckets of  a · (b in smaller buckets + b in this bucket / 2)
/// μ  = n₁ n₂ / 2
/// σ² = n₁ n₂ / 12 · ((N + 1) − Σ (t³ − t) / (N (N − 1))),   N = n₁ + n₂,   t = both in a bucket
/// z  = (U − μ − ½) / σ
/// </code>
/// </remarks>
public static class MannWhitney
{
    /// <summary>The p-value of "the first is not slower": near 0, it is. 1 when there is nothing to compare.</summary>
    public static double IsSlower(IReadOnlyList<LatencyBucket> first, IReadOnlyList<LatencyBucket> second)
    {
        double ofFirst = first.Sum(bucket => bucket.Count);
        double ofSecond = second.Sum(bucket => bucket.Count);
        var all = ofFirst + ofSecond;
        if (ofFirst == 0 || ofSecond == 0)
            return 1;

        var (u, ties) = RankAgainst(first, second);
        var variance = ofFirst * ofSecond / 12 * (all + 1 - (ties / (all * (all - 1))));
        // All in one bucket: nothing is slower than anything.
        return variance <= 0 ? 1 : Normal.UpperTail((u - (ofFirst * ofSecond / 2) - 0.5) / Math.Sqrt(variance));
    }

    static (double U, double Ties) RankAgainst(IReadOnlyList<LatencyBucket> first, IReadOnlyList<LatencyBucket> second)
    {
        var inFirst = first.ToDictionary(bucket => bucket.UpTo, bucket => (double)bucket.Count);
        var inSecond = second.ToDictionary(bucket => bucket.UpTo, bucket => (double)bucket.Count);
        double u = 0;
        double ties = 0;
        double smaller = 0;
        foreach (var bucket in inFirst.Keys.Union(inSecond.Keys).Order())
        {
            var mine = inFirst.GetValueOrDefault(bucket);
            var theirs = inSecond.GetValueOrDefault(bucket);
            var both = mine + theirs;
            u += mine * (smaller + (theirs / 2));
            ties += (both * both * both) - both;
            smaller += theirs;
        }

        return (u, ties);
    }
}
