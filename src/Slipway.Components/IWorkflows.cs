using Nuke.Common;
using Slipway.Components.Ci;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Nuke;

namespace Slipway.Components;

/// <summary>
/// The workflows of a repository, stated typed and written to <c>.github/workflows</c>. The build class has
/// <see cref="KnownTargetsAttribute"/>.
/// </summary>
public interface IWorkflows : IHazJson
{
    /// <summary>Counts from the command line or as <c>NUKE_CHECK</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Workflows: writes nothing, and fails when what is committed is not what would be written")]
    bool Check => Explicit.IsGiven(nameof(Check)) && (TryGetValue<bool?>(() => Check) ?? false);

    /// <summary>One for each file.</summary>
    IReadOnlyList<WorkflowSpec> Specs { get; }

    /// <summary>
    /// A page with two lines <c>&lt;!-- workflows --&gt;</c> and <c>&lt;!-- /workflows --&gt;</c>, relative to the root: a drawing of
    /// the jobs is kept between them. Null: none.
    /// </summary>
    string? WorkflowPage => null;

    Target Workflows =>
        _ =>
            _.Description(
                    "Writes the workflows in .github from what is stated typed; --check: fails when they are others"
                )
                .Runs(() => WorkflowCommand.Run(this, TargetGraph.Of(this)));

    Target UpdateActions =>
        _ =>
            _.Description("Pins each action that the workflows use to the newest release of its major")
                .Runs(async () => await UpdateActionsCommand.RunAsync(this));

    /// <summary>
    /// Jobs for targets that the build may have or not: whoever adds the component has the job with it. They are named by
    /// texts, because there is nothing to take a <c>nameof</c> of.
    /// </summary>
    sealed IEnumerable<JobSpec> WhenThere(params IReadOnlyList<JobSpec> jobs)
    {
        var names = TargetGraph.Of(this).Select(target => target.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return jobs.Where(job => job.Targets.All(names.Contains));
    }
}
