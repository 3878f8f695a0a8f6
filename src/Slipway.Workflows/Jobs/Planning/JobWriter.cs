using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>One planned job as GitHub's.</summary>
static class JobWriter
{
    public static RunnerJob Of(PlannedJob job, JobGraph graph, RepositoryFiles repository, Actions actions) =>
        Beginning(job, graph) with
        {
            Strategy = JobMatrices.Strategy(job),
            Services = job.Spec?.Services ?? [],
            Outputs = JobOutputs.Of(job, graph),
            Steps = JobSteps.Of(job, graph, repository, actions),
        };

    /// <summary>Without what it does.</summary>
    public static RunnerJob Beginning(PlannedJob job, JobGraph graph) =>
        new()
        {
            Name = job.Spec?.Name ?? string.Join(", ", job.Heads.Select(head => head.Name)),
            Comment = Description(job),
            Needs = ValueList.From(graph.Needs(job).Select(need => need.Id)),
            If = JobConditions.Of(job, graph),
            RunsOn = JobMatrices.Runner(job) ?? job.Spec?.Runner ?? graph.Spec.Runner,
            TimeoutMinutes = job.Spec?.TimeoutMinutes ?? graph.Spec.TimeoutMinutes,
            Environment = job.Spec?.Environment,
            Concurrency = job.Spec?.Concurrency ?? Alone(job.Spec?.Environment),
            Permissions = JobPermissions.Of(job),
            Steps = [],
        };

    public static IEnumerable<SpecProblem> Check(PlannedJob job, JobGraph graph)
    {
        var place = job.Spec?.Place ?? graph.Spec.Place;
        return
        [
            .. JobMatrices.Check(job, place),
            .. JobOutputs.Check(job, graph, place),
            .. JobParameters.Check(job, place),
            .. job.Called is null ? JobSecrets.Check(job, place) : CalledJobs.Check(job, place),
        ];
    }

    /// <summary>Of whatever workflow: the environment is the same. A change that has begun goes on to its end.</summary>
    static Concurrency? Alone(DeploymentEnvironment? environment) =>
        environment is null ? null : new Concurrency(environment.Name) { CancelInProgress = false };

    static string? Description(PlannedJob job)
    {
        var lines = job.Heads.Select(head => head.Description).OfType<string>().ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
