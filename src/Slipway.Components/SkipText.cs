using Slipway.Verification.TestRuns;

namespace Slipway.Components;

/// <summary>What the tests did not check, in words: a skipped test proves nothing, and its reason says what is missing.</summary>
static class SkipText
{
    /// <summary>A line for each reason, however many suites give it; then one for each suite without a test.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TestSuite> suites) =>
        suites
            .SelectMany(suite => suite.Skips.Select(skip => (Suite: suite, Skip: skip)))
            .GroupBy(skipped => skipped.Skip.Reason, StringComparer.Ordinal)
            .Select(skipped =>
                $"{Tests(skipped.Sum(found => found.Skip.Tests))} skipped in {Names(skipped.Select(found => found.Suite))}: {skipped.Key}"
            )
            .Concat(suites.Where(suite => suite.Total == 0).Select(suite => $"{suite.Name} has no tests"));

    static string Names(IEnumerable<TestSuite> suites) =>
        string.Join(
            ", ",
            suites.Select(suite => suite.Skipped == suite.Total ? $"{suite.Name} (all of its tests)" : suite.Name)
        );

    static string Tests(int count) => count == 1 ? "1 test" : $"{count} tests";
}
