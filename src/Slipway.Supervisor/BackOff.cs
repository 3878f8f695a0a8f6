namespace Slipway.Supervisor;

/// <summary>
/// How long to wait before a process that ended by itself is started again: 0.1 s, doubled each time up to 30 s, and
/// spread by a fifth either way so that processes that fell together do not rise together.
/// </summary>
static class BackOff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(0.1);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A process that ran this long was well: its next end counts as the first.</summary>
    public static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(30);

    /// <param name="failures">How often it ended in a row, this time included; at least 1.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Delay(int failures, double random)
    {
        var doublings = Math.Min(failures - 1, 20);
        var delay = Math.Min(First.TotalSeconds * Math.Pow(2, doublings), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(delay * (0.8 + (0.4 * random)));
    }

    /// <summary>How often it ended in a row, after it ended once more.</summary>
    public static int Failures(int before, TimeSpan ran) => ran >= StableAfter ? 1 : before + 1;
}
