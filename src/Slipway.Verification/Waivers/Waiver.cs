namespace Slipway.Verification.Waivers;

/// <summary>An advisory that is known and accepted for a while.</summary>
/// <param name="Advisory">Its id, for example <c>GHSA-xxxx-xxxx-xxxx</c>.</param>
/// <param name="Reason">Why it may stay, for whoever reads it when it expires.</param>
/// <param name="Until">The last day on which it counts, in UTC.</param>
public sealed record Waiver(string Advisory, string Reason, DateOnly Until)
{
    public bool HasExpired(DateOnly today) => today > Until;
}
