namespace Slipway.Delivery.Gates;

/// <summary>
/// Is one proportion larger than another? A one-sided test of two proportions, exact: errors are rare, and where few
/// are expected the usual normal approximation calls one error among a hundred requests proof.
/// </summary>
/// <remarks>
/// Fisher's exact test (R. A. Fisher, The Design of Experiments, 1935, chapter II): given how many of all requests
/// failed, the number that fell to the new slot is hypergeometric when both slots are alike, and p is the chance of so
/// many or more:
/// <code>p = Σ C(n₁, i) · C(n₂, t − i) / C(n₁ + n₂, t)   for i from x₁ to min(n₁, t),   t = x₁ + x₂</code>
/// ln n! up to 15! is summed, above that it is Stirling's series to 1/n⁷ (NIST DLMF 5.11.1), whose error is below 1e-12.
/// </remarks>
public static class ProportionTest
{
    const double Negligible = 1e-17;

    static readonly double[] s_small = SmallLogFactorials();

    /// <summary>The p-value of "the first proportion is not larger": near 0, it is.</summary>
    /// <param name="first">So many of <paramref name="ofFirst"/>.</param>
    /// <param name="second">So many of <paramref name="ofSecond"/>.</param>
    public static double IsLarger(long first, long ofFirst, long second, long ofSecond)
    {
        var marked = first + second;
        var mode = (double)(marked + 1) * (ofFirst + 1) / (ofFirst + ofSecond + 2);
        // The sum of the tail that falls from its first term on, so that no term that counts is too small to be seen.
        var p =
            first > mode
                ? UpperTail(first, ofFirst, marked, ofSecond)
                : 1 - LowerTail(first - 1, ofFirst, marked, ofSecond);
        return Math.Clamp(p, 0, 1);
    }

    static double UpperTail(long from, long ofFirst, long marked, long ofSecond)
    {
        var most = Math.Min(ofFirst, marked);
        var term = Chance(from, ofFirst, marked, ofSecond);
        var sum = 0.0;
        for (var count = from; count <= most && term > sum * Negligible; count++)
        {
            sum += term;
            term *= (double)(ofFirst - count) / (count + 1);
            term *= (double)(marked - count) / (ofSecond - marked + count + 1);
        }

        return sum;
    }

    static double LowerTail(long from, long ofFirst, long marked, long ofSecond)
    {
        var least = Math.Max(0, marked - ofSecond);
        if (from < least)
            return 0;
        var term = Chance(from, ofFirst, marked, ofSecond);
        var sum = 0.0;
        for (var count = from; count >= least && term > sum * Negligible; count--)
        {
            sum += term;
            term *= (double)count / (ofFirst - count + 1);
            term *= (double)(ofSecond - marked + count) / (marked - count + 1);
        }

        return sum;
    }

    static double Chance(long count, long ofFirst, long marked, long ofSecond) =>
        Math.Exp(
            LogChoose(ofFirst, count) + LogChoose(ofSecond, marked - count) - LogChoose(ofFirst + ofSecond, marked)
        );

    static double LogChoose(long of, long some) => LogFactorial(of) - LogFactorial(some) - LogFactorial(of - some);

    static double LogFactorial(long number)
    {
        if (number < s_small.Length)
            return s_small[number];
        var n = (double)number;
        var square = n * n;
        return (n * Math.Log(n))
            - n
            + (0.5 * Math.Log(2 * Math.PI * n))
            + ((1 / 12.0 - ((1 / 360.0 - ((1 / 1260.0 - (1 / (1680.0 * square))) / square)) / square)) / n);
    }

    static double[] SmallLogFactorials()
    {
        var logarithms = new double[16];
        for (var number = 2; number < logarithms.Length; number++)
            logarithms[number] = logarithms[number - 1] + Math.Log(number);
        return logarithms;
    }
}
