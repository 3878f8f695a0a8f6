using System.Globalization;

namespace Slipway.Delivery.Gates;

/// <summary>Judges the requests of a new slot by those of the old one: pure functions.</summary>
/// <remarks>
/// Three tests are made, and a budget is exceeded when one of them finds the new slot worse. Each gets a third of what
/// the confidence leaves to chance, so that all together call a sound revision bad no more often than that (Bonferroni):
/// <list type="bullet">
/// <item>its share of errors is larger (<see cref="ProportionTest"/>);</item>
/// <item>its p99 is beyond the allowed percentage of the old one, and its requests are slower
/// (<see cref="MannWhitney"/>), which finds a revision that is slower throughout;</item>
/// <item>its p99 is beyond that limit, and its share of requests beyond it is larger (<see cref="ProportionTest"/>),
/// which finds a revision that is slow at times.</item>
/// </list>
/// A p99 alone proves nothing: of a hundred requests it is the second slowest.
/// </remarks>
public static class BudgetGate
{
    const int Tests = 3;
    const double P99 = 0.99;

    /// <summary>The judgment at the end of a bake: the only time that a p-value is looked at.</summary>
    public static Verdict Judge(Window window, Window reference, Budget budget)
    {
        var few = Math.Min(window.Requests, reference.Requests);
        if (few < budget.MinimumRequests)
            return new NotJudged($"{Compared(window, reference)}: {budget.MinimumRequests} are needed to judge");

        var limit = reference.Percentile(P99) * budget.P99Percent / 100;
        var isBeyond = window.Percentile(P99) > limit;
        var errors = ProportionTest.IsLarger(window.Errors, window.Requests, reference.Errors, reference.Requests);
        var slower = MannWhitney.IsSlower(window.Latency, reference.Latency);
        var tail = ProportionTest.IsLarger(
            window.SlowerThan(limit),
            window.Measured,
            reference.SlowerThan(limit),
            reference.Measured
        );

        var chance = (100 - budget.ConfidencePercent) / 100.0 / Tests;
        var faults = new List<string>();
        if (errors < chance)
            faults.Add($"more errors (p {Shown(errors)})");
        if (isBeyond && slower < chance)
            faults.Add($"slower (p {Shown(slower)}) and its p99 beyond {budget.P99Percent} % of the old");
        else if (isBeyond && tail < chance)
            faults.Add($"more requests beyond {budget.P99Percent} % of the old p99 (p {Shown(tail)})");

        var compared = Compared(window, reference);
        return faults.Count > 0
            ? new Exceeded($"{string.Join(" and ", faults)}: {compared}")
            : new Met(
                $"{compared}; p of errors {Shown(errors)}, of latency {Shown(slower)}, of the tail {Shown(tail)}"
            );
    }

    /// <summary>
    /// Whether a bake can end early. Looking at a test again and again until it happens to be significant would call
    /// many a sound revision bad, so no test is made here: only a limit that no confidence has to do with, the share of
    /// errors that lies <see cref="Budget.HardLimitPercent"/> percentage points above the old slot's.
    /// </summary>
    /// <returns>Null: the bake goes on.</returns>
    public static Exceeded? BeyondHardLimit(Window window, Window reference, Budget budget)
    {
        var excess = 100 * (window.ErrorRate - reference.ErrorRate);
        return window.Requests >= budget.MinimumRequests && excess >= budget.HardLimitPercent
            ? new Exceeded(
                $"errors {budget.HardLimitPercent} percentage points or more above the old: {Compared(window, reference)}"
            )
            : null;
    }

    static string Compared(Window window, Window reference) => $"new {Shown(window)}; old {Shown(reference)}";

    static string Shown(Window window) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{window.Requests} requests, {window.Errors} errors ({100 * window.ErrorRate:0.##} %), p99 {window.Percentile(P99):0.#} ms"
        );

    static string Shown(double p) => p < 0.0001 ? "<0.0001" : p.ToString("0.0###", CultureInfo.InvariantCulture);
}
