using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What to run, and where what comes of it is left.</summary>
public sealed record RunOptions
{
    public required RepositoryState Repository { get; init; }

    /// <summary>The name of its file below <c>.github/workflows</c>, without the ending.</summary>
    public required string Workflow { get; init; }

    /// <summary>
    /// What starts it: <c>push</c>, <c>pull_request.closed</c>… Default: the first of push, pull_request,
    /// workflow_dispatch, schedule that the workflow has.
    /// </summary>
    public string? Event { get; init; }

    public IReadOnlyDictionary<string, string> Inputs { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many jobs run at once. Default: as many as there are processors.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Environments that a person has said yes to. With any, an earlier run of the same commit goes on.</summary>
    public IReadOnlyCollection<string> Approved { get; init; } = [];

    /// <summary>For people: logs and summaries, <c>artifacts/runs/NAME</c>.</summary>
    public required string Results { get; init; }

    /// <summary>What runs remember of each other, <c>.nuke/temp/runs</c>.</summary>
    public required string Memory { get; init; }
}
