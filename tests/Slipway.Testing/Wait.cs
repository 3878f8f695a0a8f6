using System.Diagnostics;

namespace Slipway.Testing;

/// <summary>Waiting on a condition, never on a sleep, and never for ever.</summary>
public static class Wait
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when <paramref name="condition"/> holds; fails with <paramref name="what"/> after the limit (30 s).</summary>
    public static Task UntilAsync(Func<bool> condition, string what, TimeSpan? limit = null) =>
        UntilAsync(() => Task.FromResult(condition()), what, limit);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string, TimeSpan?)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var allowed = limit ?? TimeSpan.FromSeconds(30);
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > allowed)
                throw new TimeoutException($"Not within {allowed.TotalSeconds:0.#} s: {what}");
            await Task.Delay(Interval);
        }
    }
}
