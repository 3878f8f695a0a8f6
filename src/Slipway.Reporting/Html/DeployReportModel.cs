namespace Slipway.Reporting.Html;

/// <summary>What the page about a run shows: plain data. A part that is null was not run, and the page says so.</summary>
public sealed record DeployReportModel
{
    /// <summary>What was run, for example "Deploy TinyGallery".</summary>
    public required string Title { get; init; }

    /// <summary>A release tests, plans and deploys nothing: the page has no parts for that.</summary>
    public bool IsRelease { get; init; }

    public required StageOutcome Outcome { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    /// <summary>Why it failed or what it waits for, in one sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>The version that is shipped.</summary>
    public string? Version { get; init; }

    public string? Commit { get; init; }

    public string? Branch { get; init; }

    /// <summary>Where the release is published; null: it is not, or there is none.</summary>
    public Uri? Page { get; init; }

    public IReadOnlyList<ReportStage>? Stages { get; init; }

    public IReadOnlyList<ReportSuite>? Tests { get; init; }

    public ReportCoverage? Coverage { get; init; }

    /// <summary>Other judgments: lint, secrets, dependencies.</summary>
    public IReadOnlyList<ReportCheck>? Checks { get; init; }

    public ReportImage? Image { get; init; }

    public ReportPlan? Plan { get; init; }

    /// <summary>What is live where, after the run.</summary>
    public IReadOnlyList<ReportEnvironment>? Environments { get; init; }

    /// <summary>The command that goes on from here, as it is typed.</summary>
    public string? NextCommand { get; init; }
}

/// <param name="Depth">0 at the top, one more for each parent.</param>
public sealed record ReportStage(
    string Title,
    int Depth,
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    StageOutcome? Outcome,
    string? Detail = null
);

/// <param name="Failures">The failed tests.</param>
public sealed record ReportSuite(
    string Name,
    int Passed,
    int Skipped,
    TimeSpan Duration,
    IReadOnlyList<ReportFailure> Failures
);

public sealed record ReportFailure(string Test, string Message);

/// <param name="Threshold">The least share of lines, 0 to 100.</param>
public sealed record ReportCoverage(double Threshold, IReadOnlyList<ReportFile> Files);

public sealed record ReportFile(string Name, int Covered, int Lines)
{
    /// <summary>0 to 100; a file without lines to cover is wholly covered.</summary>
    public double Percent => Lines == 0 ? 100 : 100.0 * Covered / Lines;
}

/// <param name="Outcome">Skipped reads as "not checked".</param>
public sealed record ReportCheck(string Name, StageOutcome Outcome, string Text);

/// <param name="Digest">For example <c>sha256:…</c>.</param>
/// <param name="Size">Bytes of all layers; null when unknown.</param>
public sealed record ReportImage(
    string Name,
    string Digest,
    IReadOnlyList<KeyValuePair<string, string>> Labels,
    long? Size = null
);

/// <param name="From">The revision that serves now; null when there is none.</param>
/// <param name="To">The wanted revision.</param>
public sealed record ReportPlan(
    string Environment,
    string Digest,
    string Strategy,
    string? From,
    string To,
    IReadOnlyList<ReportStep> Steps
);

public sealed record ReportStep(string Title, string? Detail = null);

/// <param name="State">In one word, as <c>Status</c> says it.</param>
public sealed record ReportEnvironment(
    string Name,
    string Platform,
    string? Url,
    string State,
    IReadOnlyList<ReportSlot> Slots
);

/// <param name="Traffic">The share of requests that it gets, 0 to 100.</param>
public sealed record ReportSlot(
    string Name,
    string? Version,
    string? Digest,
    int Traffic,
    bool? Healthy,
    int Instances
);
