using System.Numerics;

namespace Slipway.Delivery.Plans;

/// <summary>The order of versions (semver.org, section 11) as far as a release is asked for, which has three numbers.</summary>
static class ReleaseNumber
{
    /// <summary>
    /// True when <paramref name="version"/> is the release or comes after it. A pre-release comes before its release, so
    /// that 1.4.0-rc.1 is not yet 1.4.0, and 1.4.1-3, three commits after 1.4.0, is later. What is no version is not.
    /// </summary>
    public static bool IsAtLeast(string version, string release)
    {
        var bare = version.Split('+')[0];
        var dash = bare.IndexOf('-', StringComparison.Ordinal);
        var core = dash < 0 ? bare : bare[..dash];
        if (Numbers(core) is not { } mine || Numbers(release) is not { } asked)
            return false;
        var order = mine.Zip(asked)
            .Select(pair => pair.First.CompareTo(pair.Second))
            .FirstOrDefault(found => found != 0);
        return order > 0 || (order == 0 && dash < 0);
    }

    static BigInteger[]? Numbers(string core)
    {
        var parts = core.Split('.');
        return parts.Length == 3 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? [.. parts.Select(part => BigInteger.Parse(part, System.Globalization.CultureInfo.InvariantCulture))]
            : null;
    }
}
