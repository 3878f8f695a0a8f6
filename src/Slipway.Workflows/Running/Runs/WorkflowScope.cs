using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Running.Runs;

/// <summary>One workflow of a run: the one that was asked for, or one that a job of it calls.</summary>
/// <param name="Prefix">In front of its jobs' ids; empty for the one that was asked for.</param>
/// <param name="TitlePrefix">In front of its jobs' names.</param>
/// <param name="Needs">What the job that calls it needs.</param>
/// <param name="Secrets">Answers the secrets that it may read, by name.</param>
sealed record WorkflowScope(
    WorkflowFile File,
    string Prefix,
    string TitlePrefix,
    MapValue Inputs,
    IReadOnlyList<string> Needs,
    Func<string, string?> Secrets
)
{
    public Workflow Workflow => File.Workflow;

    public JobPlace Place(string id) => new(Prefix + id, id, Workflow.Jobs.Find(id)!, this);
}

/// <summary>A job of a run.</summary>
sealed record JobPlace(string Key, string Id, Job Job, WorkflowScope Scope)
{
    /// <summary>By key, those of the calling jobs included.</summary>
    public IReadOnlyList<string> Needs => [.. Scope.Needs, .. Job.Needs.Select(need => Scope.Prefix + need)];
}

/// <summary>A leg as it is to be run.</summary>
/// <param name="Contexts">Without secrets; they are added where the job runs.</param>
/// <param name="Called">The workflow that it is; null: it has steps.</param>
sealed record LegPlan(string Key, string Title, JobPlace Place, Contexts Contexts, WorkflowScope? Called)
{
    public bool ContinuesOnError { get; init; }
}
