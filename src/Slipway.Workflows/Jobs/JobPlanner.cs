using Slipway.Workflows.Jobs.Planning;
using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Jobs;

/// <summary>Makes the jobs of a workflow from the targets that it must reach: a pure function.</summary>
public static class JobPlanner
{
    /// <summary>Also where it is the default: named, GitHub starts it so that a failure within a pipe counts.</summary>
    internal static Defaults Defaults { get; } = new() { Shell = "bash" };

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
        var graph = Graph(targets, spec);
        var actions = new Actions(pins);
        var workflow = Write(graph, repository, actions);
        Require(actions.Missing.Select(name => NotPinned(name, spec)));
        Require(graph.Jobs.SelectMany(job => JobSecrets.CheckReads(job, workflow, job.Spec?.Place ?? spec.Place)));
        Require(FinalChecks.Check(workflow, spec.File, graph));
        return workflow;
    }

    /// <summary>The reusable workflows that jobs of this one call (<see cref="JobSpec.ReusableWorkflow"/>).</summary>
    /// <inheritdoc cref="Plan" path="/param"/>
    /// <inheritdoc cref="Plan" path="/exception"/>
    public static IReadOnlyList<CalledWorkflow> PlanCalled(
        IReadOnlyList<TargetFacts> targets,
        WorkflowSpec spec,
        RepositoryFiles repository,
        ActionPins pins
    )
    {
        var graph = Graph(targets, spec);
        return [.. graph.Jobs.Where(job => job.Called is not null).Select(Called)];

        CalledWorkflow Called(PlannedJob job)
        {
            var place = job.Spec!.Place;
            var actions = new Actions(pins);
            var called = new CalledWorkflow(
                WorkflowSpec.FileOf(job.Called!),
                place,
                CalledJobs.Called(job, graph, repository, actions)
            );
            Require(actions.Missing.Select(name => NotPinned(name, spec)));
            Require(JobSecrets.CheckReads(job, called.Workflow, place));
            Require(FinalChecks.Check(called.Workflow, called.File, graph));
            return called;
        }
    }

    static JobGraph Graph(IReadOnlyList<TargetFacts> targets, WorkflowSpec spec)
    {
        var build = new BuildGraph(targets);
        Require([.. NameChecks.CheckBuild(build, spec), .. NameChecks.Check(build, spec)]);
        Require(NameChecks.CheckCycle(build, spec));
        Require(NameChecks.CheckReach(build, spec));
        var graph = JobGraph.Of(build, spec);
        Require([.. Handovers.Check(graph), .. graph.Jobs.SelectMany(job => JobWriter.Check(job, graph))]);
        return graph;
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
            Defaults = Defaults,
            Jobs = ValueMap.From(
                graph.Jobs.Select(job => new Entry<Job>(
                    job.Id,
                    job.Called is null ? JobWriter.Of(job, graph, repository, actions) : CalledJobs.Caller(job, graph)
                ))
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
