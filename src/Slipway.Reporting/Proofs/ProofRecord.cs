using System.Globalization;
using System.Text.Json.Serialization;

namespace Slipway.Reporting.Proofs;

/// <summary>
/// What one proof ran and found: the content of <c>artifacts/reports/proof-&lt;name&gt;.json</c>. Plain data; times are
/// seconds since the proof's load began.
/// </summary>
public sealed record ProofRecord
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The name in file names: lower case, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The name as a person reads it.</summary>
    public required string Title { get; init; }

    /// <summary>What is proved, in one sentence.</summary>
    public required string Claim { get; init; }

    /// <summary>Why it is not proved, a line for each reason; none: it is.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>How long the proof took.</summary>
    public required double Seconds { get; init; }

    /// <summary>What it was run with: rounds, rate, database…</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>What was counted, in the order in which it is shown: requests, failed, writes, lost…</summary>
    public required IReadOnlyList<ProofCount> Counts { get; init; }

    /// <summary>Null: the proof had no load.</summary>
    public LatencySummary? Latency { get; init; }

    /// <summary>Latency over time, in equal slices.</summary>
    public IReadOnlyList<LatencySlice> Slices { get; init; } = [];

    /// <summary>What happened under the load: operations, and the steps within them.</summary>
    public IReadOnlyList<ProofEvent> Events { get; init; } = [];

    /// <summary>The machine that it ran on.</summary>
    public required IReadOnlyDictionary<string, string> Machine { get; init; }

    [JsonIgnore]
    public bool IsProved => Faults.Count == 0;

    /// <summary>For a terminal: the verdict, the name and the counts on one line.</summary>
    [JsonIgnore]
    public string Summary =>
        $"{(IsProved ? "PROVED" : "NOT PROVED")} {Title}: "
        + string.Join(
            ", ",
            Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Name}"))
        );
}

/// <param name="Bad">A count that must be zero for the proof to hold, and is shown as such.</param>
public sealed record ProofCount(string Name, long Value, bool Bad = false);

/// <summary>Milliseconds, counted from the moment in which each request was due.</summary>
public sealed record LatencySummary(double P50, double P90, double P99, double P999, double Max);

/// <param name="At">Where the slice begins.</param>
public sealed record LatencySlice(double At, int Requests, int Failed, double P50, double P99, double Max);

/// <param name="Until">Null for a moment.</param>
/// <param name="Depth">0: an operation; 1: a step of the one before.</param>
/// <param name="MovesTraffic">It is what users could have noticed.</param>
public sealed record ProofEvent(double At, double? Until, string Title, int Depth, bool MovesTraffic = false);
