namespace Slipway.Workflows.Model;

/// <summary>
/// One workflow file, as docs.github.com/actions/reference/workflows-and-actions/workflow-syntax describes it. A member
/// that is null or empty is not written. Strings may hold <c>${{ }}</c> expressions where GitHub allows them.
/// </summary>
public sealed record Workflow
{
    public string? Name { get; init; }

    /// <summary>The title of one run; may use github, inputs and vars.</summary>
    public string? RunName { get; init; }

    public required ValueList<Trigger> On { get; init; }

    /// <summary>What <c>GITHUB_TOKEN</c> may do in jobs that do not say it themselves; null leaves it to the repository.</summary>
    public Permissions? Permissions { get; init; }

    public ValueMap<string> Env { get; init; } = [];

    public Defaults? Defaults { get; init; }

    public Concurrency? Concurrency { get; init; }

    /// <summary>By id.</summary>
    public required ValueMap<Job> Jobs { get; init; }

    /// <summary>Written at the top, under the line that says who generated the file.</summary>
    public string? Comment { get; init; }
}
