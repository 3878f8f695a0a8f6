using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Tests.Generators;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Validation;

public sealed class WorkflowValidatorTests
{
    const string Steps = "runs-on: x, steps: [{ run: ls }]";

    [Theory]
    [InlineData("a: { needs: b, STEPS }", "jobs.a.needs: there is no job 'b'")]
    [InlineData("a: { needs: a, STEPS }", "jobs.a.needs: the jobs wait for each other: a → a")]
    [InlineData(
        "a: { STEPS }, b: { needs: [a, d], STEPS }, c: { needs: b, STEPS }, d: { needs: c, STEPS }",
        "jobs.b.needs: the jobs wait for each other: b → d → c → b"
    )]
    [InlineData(
        "1a: { STEPS }",
        "jobs.1a: the id '1a' may hold letters, digits, '-' and '_', and begins with a letter or '_'"
    )]
    [InlineData("__a: { STEPS }", "jobs.__a: the id '__a' begins with '__', which GitHub keeps for itself")]
    [InlineData(
        "a: { runs-on: x, steps: [{ id: b, run: ls }, { id: B, run: ls }] }",
        "jobs.a.steps[1].id: the id 'B' is there twice in this job"
    )]
    [InlineData("a: { runs-on: x, steps: [] }", "jobs.a.steps: the job has no step")]
    [InlineData("a: { timeout-minutes: 0, STEPS }", "jobs.a.timeout-minutes: 0 minutes: a time limit is 1 to 7200")]
    [InlineData(
        "a: { permissions: { content: read }, STEPS }",
        "jobs.a.permissions.content: there is no permission 'content'"
    )]
    [InlineData(
        "a: { permissions: { id-token: read }, STEPS }",
        "jobs.a.permissions.id-token: 'id-token' is none or write, never read"
    )]
    [InlineData(
        "a: { if: github.ref = 'b', STEPS }",
        "jobs.a.if: the expression does not parse: '=' is neither a name, a number nor an operator, at character 12"
    )]
    [InlineData(
        "a: { env: { B: '${{ github.ref' }, STEPS }",
        "jobs.a.env.B: the expression does not parse: ${{ has no closing }}, at character 1"
    )]
    [InlineData(
        "a: { STEPS }, b: { env: { C: '${{ needs.a.outputs.d }}' }, STEPS }",
        "jobs.b.env.C: it reads from the job 'a', which is not in the job's needs"
    )]
    [InlineData(
        "a: { outputs: { e: f }, STEPS }, b: { needs: a, env: { C: '${{ needs.a.outputs.d }}' }, STEPS }",
        "jobs.b.env.C: the job 'a' has no output 'd'"
    )]
    [InlineData("a: { strategy: { matrix: { b: [] } }, STEPS }", "jobs.a.strategy.matrix: the matrix makes no job")]
    [InlineData(
        "a: { strategy: { max-parallel: 0 }, STEPS }",
        "jobs.a.strategy.max-parallel: at least 1 job must be allowed to run"
    )]
    [InlineData(
        "a: { container: { image: b, command: c }, STEPS }",
        "jobs.a.container: only a service has an entrypoint and a command"
    )]
    public void A_wrong_job_is_said_with_its_place(string jobs, string problem) =>
        Validate($"on: push\njobs: {{ {jobs} }}\n").Should().Equal(problem);

    [Theory]
    [InlineData("pushed:", "on.pushed: there is no event 'pushed'")]
    [InlineData("push: { types: [a] }", "on.push.types: 'push' has no types")]
    [InlineData("watch: { types: [stopped] }", "on.watch.types: 'watch' has no type 'stopped', only started")]
    [InlineData("pull_request: { tags: [a] }", "on.pull_request.tags: 'pull_request' has no filter 'tags'")]
    [InlineData(
        "push: { paths: [a], paths-ignore: [b] }",
        "on.push.paths: 'paths' and 'paths-ignore' exclude each other; '!' excludes a pattern"
    )]
    [InlineData(
        "workflow_call: { inputs: { a: { type: choice } } }",
        "on.workflow_call.inputs.a: a called workflow's input is a string, boolean or number"
    )]
    [InlineData(
        "workflow_dispatch: { inputs: { a: { type: choice } } }",
        "on.workflow_dispatch.inputs.a: a choice has options, and nothing else has"
    )]
    [InlineData("schedule: [{ cron: '0 3 * *' }]", "on.schedule[0]: the schedule '0 3 * *' has 4 fields instead of 5")]
    [InlineData("schedule: [{ cron: '60 3 * * *' }]", "on.schedule[0]: '60' is no minute of a schedule (0 to 59)")]
    [InlineData(
        "schedule: [{ cron: '0 3 * * FOO' }]",
        "on.schedule[0]: 'FOO' is no day of the week of a schedule (0 to 6)"
    )]
    [InlineData(
        "schedule: [{ cron: '*/2 * * * *' }]",
        "on.schedule[0]: '*/2' runs more often than every 5 minutes, which GitHub does not"
    )]
    [InlineData(
        "schedule: [{ cron: '1,59 * * * *' }]",
        "on.schedule[0]: '1,59' runs more often than every 5 minutes, which GitHub does not"
    )]
    public void A_wrong_trigger_is_said_with_its_place(string on, string problem) =>
        Validate($"on: {{ {on} }}\njobs: {{ a: {{ {Steps} }} }}\n").Should().Equal(problem);

    [Theory]
    [InlineData(16, 16, true)]
    [InlineData(16, 17, false)]
    [InlineData(1000, 1000, false)]
    public void A_matrix_makes_at_most_256_jobs(int first, int second, bool valid)
    {
        var matrix = $"{{ a: [{Numbers(first)}], b: [{Numbers(second)}] }}";

        Validate($"on: push\njobs: {{ a: {{ strategy: {{ matrix: {matrix} }}, {Steps} }} }}\n")
            .Any()
            .Should()
            .Be(!valid);
    }

    [Fact]
    public void What_GitHub_takes_is_valid() =>
        Prop.ForAll(AnyWorkflow.Valid.ToArbitrary(), workflow => OnlyMissesNeeds(workflow)).QuickCheckThrowOnFailure();

    /// <summary>The generator's expressions name jobs and outputs that GitHub's parser does not look for.</summary>
    static bool OnlyMissesNeeds(Workflow workflow)
    {
        WorkflowValidator
            .Validate(workflow)
            .Where(problem =>
                !problem.Message.StartsWith("it reads from the job", StringComparison.Ordinal)
                && !problem.Message.StartsWith("the matrix makes no job", StringComparison.Ordinal)
            )
            .Should()
            .BeEmpty();
        return true;
    }

    static IEnumerable<string> Validate(string text) =>
        WorkflowValidator
            .Validate(WorkflowReader.Read(text.Replace("STEPS", Steps, StringComparison.Ordinal), "ci.yml").Workflow)
            .Select(problem => problem.ToString());

    static string Numbers(int count) => string.Join(", ", Enumerable.Range(0, count));
}
