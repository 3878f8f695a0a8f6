using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>What a job does, from an empty machine on.</summary>
static class JobSteps
{
    /// <summary>The id of the step that runs the targets: their outputs are this step's.</summary>
    public const string Build = "build";

    public static ValueList<Step> Of(PlannedJob job, JobGraph graph, RepositoryFiles repository, Actions actions) =>
        [
            Checkout(job, actions),
            .. repository.HasGlobalJson ? [Sdk(actions)] : Array.Empty<Step>(),
            .. JobCaches.Of(job, graph, repository, actions),
            .. Handovers
                .To(job, graph)
                .SelectMany(taken => ArtifactSteps.TakeUp(taken.Target, taken.Producer, job, actions)),
            Targets(job, graph),
            .. Handovers.From(job, graph).SelectMany(target => ArtifactSteps.HandOver(target, job, actions)),
            .. Handovers.Reports(job, graph).Select(target => ArtifactSteps.Report(target, job, actions)),
        ];

    static ActionStep Checkout(PlannedJob job, Actions actions) =>
        new(actions["actions/checkout"])
        {
            Name = "Check out the sources",
            With =
            [
                .. job.Targets.Any(target => target.NeedsHistory)
                    ? [("fetch-depth", "0", "All of the history: the version is counted from it.")]
                    : Array.Empty<Entry<string>>(),
                ("persist-credentials", "false"),
            ],
        };

    static ActionStep Sdk(Actions actions) =>
        new(actions["actions/setup-dotnet"])
        {
            Name = "Install the .NET SDK",
            With = [("global-json-file", "global.json")],
        };

    static RunStep Targets(PlannedJob job, JobGraph graph) =>
        new(BuildCommand.Of(job, graph.Targets))
        {
            Name = string.Join(", ", job.Heads.Select(head => head.Name)),
            Id = job.Heads.Any(head => head.Outputs.Count > 0) ? Build : null,
            Env = JobParameters.Environment(job, graph),
            Comment = BuildCommand.IsWhole(job, graph.Targets)
                ? null
                : "Only these: what else they depend on has run in the jobs before.",
        };
}
