using Slipway.Workflows.Jobs.Planning;
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
    )
    {
        var build = new BuildGraph(targets);
        Require([.. NameChecks.CheckBuild(build, spec), .. NameChecks.Check(build, spec)]);
        Require(NameChecks.CheckCycle(build, spec));
        Require(NameChecks.CheckReach(build, spec));
        var graph = JobGraph.Of(build, spec);
        Require([.. Handovers.Check(graph), .. graph.Jobs.SelectMany(job => JobWriter.Check(job, graph))]);

        var actions = new Actions(pins);
        var workflow = Write(graph, repository, actions);
        Require(actions.Missing.Select(name => NotPinned(name, spec)));
        Require(graph.Jobs.SelectMany(job => JobSecrets.CheckReads(job, workflow, job.Spec?.Place ?? spec.Place)));
        Require(FinalChecks.Check(workflow, graph));
        return workflow;
    }

    static Workflow Write(JobGraph graph, RepositoryFiles repository, Actions actions) =>
        new()
        {
            Name = graph.Spec.Name,
            RunName = graph.Spec.RunName,
            Comment = graph.Spec.Comment,
            On = graph.Spec.On,
            Permissions = Permissions.None,
            Concurrency = graph.Spec.Concurrency,
            // Also where it is the default: named, GitHub starts it so that a failure within a pipe counts.
            Defaults = new Defaults { Shell = "bash" },
            Jobs = ValueMap.From(
                graph.Jobs.Select(job => new Entry<Job>(job.Id, JobWriter.Of(job, graph, repository, actions)))
            ),
        };

    static SpecProblem NotPinned(string action, WorkflowSpec spec) =>
        new(
            spec.Place,
            $"the action '{action}' is not pinned in {ActionPins.File}",
            "Add it there with a version, and run ./build.sh UpdateActions for its commit"
        );

    static void Require(IEnumerable<SpecProblem> problems)
    {
        var found = problems.Distinct().ToList();
        if (found.Count > 0)
            throw new GenerationException(found);
    }
}
