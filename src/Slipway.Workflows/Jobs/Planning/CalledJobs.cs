using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>A job whose steps stand in a reusable workflow: the job that calls it, and what is called.</summary>
static class CalledJobs
{
    /// <summary>It hands in what the steps would have read from the other jobs.</summary>
    public static CallJob Caller(PlannedJob job, JobGraph graph)
    {
        var here = JobWriter.Beginning(job, graph);
        return new CallJob
        {
            Name = here.Name,
            Comment = here.Comment,
            Needs = here.Needs,
            If = here.If,
            Concurrency = here.Concurrency,
            Permissions = here.Permissions,
            Uses = $"./{WorkflowSpec.FileOf(job.Called!)}",
            With = ValueMap.From(Given(job, graph).Select(given => new Entry<Value>(given.Name, given.Value))),
        };
    }

    public static Workflow Called(PlannedJob job, JobGraph graph, RepositoryFiles repository, Actions actions)
    {
        var runner = JobWriter.Of(job, graph, repository, actions) with { Needs = [], If = null, Concurrency = null };
        return new Workflow
        {
            Name = runner.Name,
            On = [Trigger(job, graph, runner)],
            Permissions = Permissions.None,
            Defaults = JobPlanner.Defaults,
            Jobs = [(job.Id, (Job)runner)],
        };
    }

    public static IEnumerable<SpecProblem> Check(PlannedJob job, SourcePlace place)
    {
        if (job.Called is not { } called)
            yield break;
        if (job.Spec!.Environment is not null)
            yield return Problem("is in an environment", "Leave out the Environment");
        if (JobMatrices.Count(job) is not null)
            yield return Problem("runs several times", "Leave out the matrix, or give what runs in parts another job");
        if (job.Targets.SelectMany(target => target.Secrets).FirstOrDefault(secret => !secret.IsJobToken) is { } secret)
            yield return Problem($"uses the secret {Casing.UpperSnake(secret.Parameter)}", "Let another job use it");

        SpecProblem Problem(string what, string remedy) =>
            new(
                place,
                $"the job '{job.Id}' {what}, and a job of the reusable workflow '{called}' cannot",
                $"{remedy}, or {nameof(JobSpec.ReusableWorkflow)}"
            );
    }

    static CallTrigger Trigger(PlannedJob job, JobGraph graph, RunnerJob runner) =>
        new()
        {
            Inputs = ValueMap.From(
                Given(job, graph)
                    .Select(given => new Entry<Input>(
                        given.Name,
                        new Input
                        {
                            Description = given.Description,
                            Type = InputType.String,
                            Required = true,
                        }
                    ))
            ),
            Outputs = ValueMap.From(
                runner.Outputs.Select(output => new Entry<CallOutput>(
                    output.Key,
                    new CallOutput($"${{{{ jobs.{job.Id}.outputs.{output.Key} }}}}") { Description = output.Comment }
                ))
            ),
        };

    static IEnumerable<(string Name, string Value, string? Description)> Given(PlannedJob job, JobGraph graph) =>
        JobParameters
            .Given(job, graph)
            .Select(given => (given.Input, Text(given.Expression), (string?)null))
            .Concat(
                from taken in Handovers.To(job, graph)
                from output in ArtifactSteps.Outputs(taken.Target, taken.Producer)
                select (
                    output.Key,
                    $"${{{{ needs.{taken.Producer.Id}.outputs.{output.Key} }}}}",
                    (string?)$"SHA-256 of what {taken.Target.Name} has made"
                )
            );

    /// <summary>An input is a text, and an expression may yield a number.</summary>
    static string Text(string expression) =>
        expression.StartsWith("needs.", StringComparison.Ordinal)
            ? $"${{{{ {expression} }}}}"
            : $"${{{{ format('{{0}}', {expression}) }}}}";
}
