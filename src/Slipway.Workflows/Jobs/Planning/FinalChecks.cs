using Slipway.Workflows.Audit;
using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>What GitHub would refuse, and what the audit would find, told where it is stated.</summary>
static class FinalChecks
{
    public static IEnumerable<SpecProblem> Check(Workflow workflow, string file, JobGraph graph) =>
        WorkflowValidator
            .Validate(workflow)
            .Select(problem => new SpecProblem(
                PlaceOf(problem.Path, graph),
                $"{file}: {problem}",
                "Change what it is made of, here or at the target"
            ))
            .Concat(
                WorkflowAudit
                    .Check(workflow, file)
                    .Select(finding => new SpecProblem(
                        PlaceOf(finding.Path, graph),
                        $"{finding.File}: {finding.Rule}: {finding.Path}: {finding.Message}",
                        finding.Remedy
                    ))
            );

    static SourcePlace PlaceOf(string path, JobGraph graph) =>
        path.Split('.', '[') is ["jobs", var id, ..]
        && graph.Jobs.FirstOrDefault(job => job.Id.Equals(id, StringComparison.Ordinal)) is { Spec: { } spec }
            ? spec.Place
            : graph.Spec.Place;
}
