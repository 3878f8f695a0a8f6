using System.Globalization;
using System.Runtime.CompilerServices;
using Slipway.Images;
using Slipway.Verification.Coverage;
using Slipway.Workflows.Caching.Store;

namespace Slipway.Components.Caching;

/// <summary>How far a run's record had come.</summary>
readonly record struct RecordMark(int Suites, int Checks, CoverageVerdict? Coverage, BuiltImage? Image);

/// <summary>What targets found in an earlier run that were not run again in this one.</summary>
sealed class Replays
{
    readonly List<CacheEntry> _entries = [];
    readonly Queue<CacheEntry> _waiting = [];
    readonly ConditionalWeakTable<object, CacheEntry> _origins = [];

    /// <summary>The keys of the results.</summary>
    public IReadOnlyList<string> Keys => [.. _entries.Select(entry => entry.Key.Text)];

    /// <summary>Somebody has asked for what was found.</summary>
    public bool AreTakenOver => _entries.Count > 0 && _waiting.Count == 0;

    public void Add(CacheEntry entry)
    {
        _entries.Add(entry);
        _waiting.Enqueue(entry);
    }

    /// <summary>What the target found is as old as this; null: it was not replayed.</summary>
    public DateTimeOffset? Since(string target) =>
        _entries.Find(entry => entry.Target.Equals(target, StringComparison.Ordinal))?.Made;

    /// <summary>What was added since the last call.</summary>
    public IEnumerable<Findings> TakeOver()
    {
        while (_waiting.TryDequeue(out var entry))
        {
            var findings = Findings.Read(entry.Findings.Span);
            foreach (var found in findings.Suites.Concat<object>(findings.Checks))
                _origins.Add(found, entry);
            yield return findings;
        }
    }

    /// <summary>When something in the record was found.</summary>
    /// <param name="now">The answer for what this run found itself.</param>
    public DateTimeOffset TimeOf(object found, DateTimeOffset now) =>
        found is CoverageVerdict ? Since(nameof(ICoverage.Coverage)) ?? now
        : _origins.TryGetValue(found, out var entry) ? entry.Made
        : now;

    /// <summary>What stands behind it for a person; "" for what this run found itself.</summary>
    public string NoteOf(object found) =>
        _origins.TryGetValue(found, out var entry) ? $" ({Unchanged(entry.Made)})" : "";

    public static string Unchanged(DateTimeOffset since) =>
        string.Create(CultureInfo.InvariantCulture, $"unchanged since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
