using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>Workflows planned from a few targets.</summary>
static class Planned
{
    public static ActionPins Pins { get; } =
        new([
            Pin("actions/cache", "v5.0.5"),
            Pin("actions/checkout", "v7.0.1"),
            Pin("actions/download-artifact", "v8.0.1"),
            Pin("actions/setup-dotnet", "v6.0.0"),
            Pin("actions/upload-artifact", "v7.0.0"),
        ]);

    public static RepositoryFiles Repository { get; } =
        new() { HasGlobalJson = true, PackageFiles = ["Directory.Packages.props", "**/*.csproj"] };

    public static Trigger Push { get; } = new EventTrigger("push");

    public static Trigger PullRequest { get; } = new EventTrigger("pull_request");

    public static WorkflowSpec Spec(TargetNames targets, params JobSpec[] jobs) =>
        new("test")
        {
            Name = "Test",
            On = [Push],
            Targets = targets,
            Jobs = ValueList.From(jobs),
        };

    public static Workflow Workflow(WorkflowSpec spec, params TargetFacts[] targets) =>
        JobPlanner.Plan(targets, spec, Repository, Pins);

    /// <summary>What is wrong with what is stated; fails when nothing is.</summary>
    public static IReadOnlyList<SpecProblem> Problems(WorkflowSpec spec, params TargetFacts[] targets) =>
        new Action(() => Workflow(spec, targets)).Should().Throw<GenerationException>().Which.Problems;

    public static RunnerJob Job(this Workflow workflow, string id) =>
        workflow.Jobs.Find(id).Should().BeOfType<RunnerJob>($"there is a job '{id}'").Subject;

    /// <summary>The script that runs the targets.</summary>
    public static RunStep Build(this RunnerJob job) =>
        job.Steps.OfType<RunStep>().Single(step => step.Run.StartsWith("./build.sh ", StringComparison.Ordinal));

    static Entry<ActionPin> Pin(string name, string version) =>
        new(name, new ActionPin(version, "8e5e7e5ab8b370d6c329ec480221332ada57f0ab"));
}
