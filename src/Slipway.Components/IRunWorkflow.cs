using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components.Running;

namespace Slipway.Components;

/// <summary>Runs a workflow of the repository on this machine, as GitHub would run it.</summary>
public interface IRunWorkflow : IHazResults, IHazJson
{
    /// <summary>Counts from the command line or as <c>NUKE_WORKFLOW</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Run: the workflow, by the name of its file in .github/workflows")]
    string? Workflow => Explicit.Value(nameof(Workflow), () => TryGetValue(() => Workflow));

    /// <summary>Counts from the command line or as <c>NUKE_PARALLEL</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Run: how many jobs at once; default: as many as there are processors")]
    int? Parallel => Explicit.IsGiven(nameof(Parallel)) ? TryGetValue<int?>(() => Parallel) : null;

    /// <summary>Counts from the command line or as <c>NUKE_EVENT</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter(
        "Run: what starts the workflow, for example pull_request or pull_request.closed; default: its usual one"
    )]
    string? Event => Explicit.Value(nameof(Event), () => TryGetValue(() => Event));

    /// <summary>Counts from the command line or as <c>NUKE_INPUT</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Run: inputs of the workflow, NAME=VALUE each")]
    string[]? Input => Explicit.Value(nameof(Input), () => TryGetValue(() => Input));

    /// <summary>Counts from the command line or as <c>NUKE_APPROVED</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Run: environments that are approved; a run of the same commit that waits for them goes on")]
    string[]? Approved => Explicit.Value(nameof(Approved), () => TryGetValue(() => Approved));

    /// <summary>Summaries and logs, a directory for each workflow.</summary>
    AbsolutePath RunsDirectory => ArtifactsDirectory / "runs";

    /// <summary>
    /// Whether a job may deploy to an environment only when a person has said yes. Default: what the environment itself
    /// says, where the build has environments; else no.
    /// </summary>
    bool NeedsApproval(string environment) =>
        this is IHazEnvironments build
        && build.Environments.Any(spec =>
            spec.RequiresApproval && spec.Name.Equals(environment, StringComparison.OrdinalIgnoreCase)
        );

    Target Run =>
        _ =>
            _.Description("Runs --workflow NAME here as GitHub would: its jobs in clean checkouts, in parallel; --json")
                .Requires(() => Workflow)
                .Runs(async () => await RunWorkflowCommand.RunAsync(this));
}
