using Slipway.Verification.TestRuns;

namespace Slipway.Components;

/// <summary>What a run did not check, and why, on one line.</summary>
/// <param name="NothingRan">A suite checked nothing at all: skipped tests prove nothing.</param>
sealed record SkipNote(string Text, bool NothingRan);

/// <summary>Says why tests were skipped: the reason tells what is missing.</summary>
static class SkipNotes
{
    /// <summary>One for each reason, however many suites give it; then one for each suite without a test.</summary>
    public static IEnumerable<SkipNote> Of(IReadOnlyList<TestSuite> suites) =>
        suites
            .SelectMany(suite => suite.Skips.Select(skip => (Suite: suite, Skip: skip)))
            .GroupBy(skipped => skipped.Skip.Reason, StringComparer.Ordinal)
            .Select(skipped => new SkipNote(
                $"{Tests(skipped.Sum(found => found.Skip.Tests))} skipped in {Names(skipped.Select(found => found.Suite))}: {skipped.Key}",
                skipped.Any(found => NothingRan(found.Suite))
            ))
            .Concat(
                suites
                    .Where(suite => suite is { Total: 0, Error: null })
                    .Select(suite => new SkipNote($"{suite.Name} has no tests", NothingRan: true))
            );

    static bool NothingRan(TestSuite suite) => suite.Skipped == suite.Total;

    static string Names(IEnumerable<TestSuite> suites) =>
        string.Join(", ", suites.Select(suite => NothingRan(suite) ? $"{suite.Name} (all of its tests)" : suite.Name));

    static string Tests(int count) => count == 1 ? "1 test" : $"{count} tests";
}
