using Slipway.Reporting.Proofs;

namespace Slipway.Reporting.Tests.Proofs;

static class SampleProof
{
    public static ProofRecord Holds { get; } =
        new()
        {
            Name = "zero-loss",
            Title = "Zero loss: blue-green",
            Claim = "Nothing is lost.",
            Faults = [],
            Started = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero),
            Seconds = 20,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["rate"] = "50 requests/s" },
            Counts = [new("requests", 1234), new("failed requests", 0, Bad: true)],
            Latency = new LatencySummary(2, 5, 20, 90, 100),
            Slices = [new(0, 10, 0, 1, 10, 100), new(10, 10, 0, 1, 10, 100)],
            Events = [new(0, 10, "Deploy", 0), new(4, 5, "Switch", 1, MovesTraffic: true)],
            Machine = new Dictionary<string, string>(StringComparer.Ordinal) { ["cores"] = "2" },
        };

    public static ProofRecord Fails { get; } =
        Holds with
        {
            Name = "kills",
            Started = Holds.Started.AddMinutes(1),
            Faults = ["list at 4.00 s: <connection refused>"],
            Counts = [new("requests", 766), new("failed requests", 3, Bad: true)],
            Slices = [new(0, 10, 0, 1, 10, 100), new(10, 10, 3, 1, 10, 100)],
        };
}
