using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Running.Runs;

/// <summary>How one job went: a leg of a matrix is one of its own.</summary>
/// <param name="Key">Its id, with the values of its matrix; of a called workflow, behind the caller's.</param>
/// <param name="Title">As GitHub shows it.</param>
public sealed record JobReport(string Key, string Title, Conclusion Conclusion)
{
    /// <summary>Why it did not run, or what failed; one line.</summary>
    public string? Reason { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>The jobs that must be over before it, by key; a job with a matrix or with jobs of its own stands for all of them.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Null when it did not run.</summary>
    public string? Log { get; init; }

    /// <summary>The last lines that tell why it failed.</summary>
    public IReadOnlyList<string> Telling { get; init; } = [];

    /// <summary>Markdown, from GITHUB_STEP_SUMMARY.</summary>
    public string Summary { get; init; } = "";

    public IReadOnlyDictionary<string, string> Outputs { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The address of what it deployed.</summary>
    public string? Url { get; init; }

    /// <summary>Its failure is not the run's.</summary>
    public bool IsTolerated { get; init; }

    /// <summary>The environment that waits for a person.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>An earlier run of the same commit did it.</summary>
    public bool WasDoneBefore { get; init; }
}

public sealed record RunReport(string Workflow, string Commit, string Event, Conclusion Conclusion, TimeSpan Duration)
{
    /// <summary>In the order in which they ended.</summary>
    public required IReadOnlyList<JobReport> Jobs { get; init; }

    /// <summary>The file with all summaries.</summary>
    public required string SummaryFile { get; init; }
}
