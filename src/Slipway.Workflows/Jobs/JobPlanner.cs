using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Jobs;

/// <summary>Makes the jobs of a workflow from the targets that it must reach: a pure function.</summary>
public static class JobPlanner
{
    /// <param name="targets">All targets of the build.</param>
    /// <returns>A workflow that GitHub takes, and in which the audit finds nothing.</returns>
    /// <exception cref="GenerationException">What is stated cannot be done as it stands there.</exception>
    public static Workflow Plan(
        IReadOnlyList<TargetFacts> targets,
        WorkflowSpec spec,
        RepositoryFiles repository,
        ActionPins pins
    ) => throw new GenerationException([new SpecProblem(spec.Place, "no jobs are planned yet", "")]);
}
