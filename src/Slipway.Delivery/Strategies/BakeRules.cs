namespace Slipway.Delivery.Strategies;

/// <summary>What a bake time may be.</summary>
static class BakeRules
{
    static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    /// <summary>One clause about what is wrong; null: nothing.</summary>
    public static string? Fault(TimeSpan bake) =>
        bake < TimeSpan.Zero || bake > s_longest
            ? $"a bake takes from 0 to {s_longest.TotalHours:0} hours, not {bake}"
            : null;
}
