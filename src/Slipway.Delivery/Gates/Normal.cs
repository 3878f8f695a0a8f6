namespace Slipway.Delivery.Gates;

/// <summary>The standard normal distribution.</summary>
static class Normal
{
    /// <summary>
    /// P(Z ≥ <paramref name="z"/>), off by at most 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions,
    /// 26.2.17.
    /// </summary>
    public static double UpperTail(double z)
    {
        if (z < 0)
            return 1 - UpperTail(-z);
        var t = 1 / (1 + (0.2316419 * z));
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return density
            * t
            * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
    }
}
