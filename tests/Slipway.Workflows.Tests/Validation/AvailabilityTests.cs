using Slipway.Workflows.Reading;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Validation;

/// <summary>What may stand where, compared with GitHub's own parser: every place with every context and function.</summary>
[Collection(Judging.Name)]
public sealed class AvailabilityTests(Judges judges)
{
    const string Steps = "runs-on: x, steps: [{ run: ls }]";

    static readonly string[] Names =
    [
        .. "github inputs vars needs strategy matrix secrets steps job jobs runner env"
            .Split(' ')
            .Select(name => $"toJSON({name})"),
        "always()",
        "cancelled()",
        "failure()",
        "success()",
        "hashFiles('a')",
        "format('a')",
    ];

    public static TheoryData<string> Places =>
        [
            $"{{ on: push, name: EXPR, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: push, run-name: EXPR, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: push, env: {{ b: EXPR }}, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: push, concurrency: EXPR, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: push, concurrency: {{ group: b, cancel-in-progress: EXPR }}, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: push, defaults: {{ run: {{ shell: EXPR }} }}, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: {{ workflow_call: {{ inputs: {{ b: {{ type: string, default: EXPR }} }} }} }}, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: {{ workflow_call: {{ outputs: {{ b: {{ value: EXPR }} }} }} }}, jobs: {{ a: {{ {Steps} }} }} }}",
            $"{{ on: {{ push: {{ branches: [EXPR] }} }}, jobs: {{ a: {{ {Steps} }} }} }}",
            Job("name: EXPR"),
            Job("if: EXPR"),
            Job("strategy: { matrix: { b: EXPR } }"),
            Job("strategy: { matrix: { b: [EXPR] } }"),
            Job("strategy: { fail-fast: EXPR }"),
            Job("env: { b: EXPR }"),
            Job("timeout-minutes: EXPR"),
            Job("continue-on-error: EXPR"),
            Job("environment: EXPR"),
            Job("environment: { name: EXPR }"),
            Job("environment: { name: b, url: EXPR }"),
            Job("concurrency: EXPR"),
            Job("container: EXPR"),
            Job("container: { image: b, env: { c: EXPR } }"),
            Job("container: { image: b, options: EXPR }"),
            Job("container: { image: b, credentials: { username: c, password: EXPR } }"),
            Job("services: { b: { image: EXPR } }"),
            Job("services: { b: { image: c, env: { d: EXPR } } }"),
            Job("services: { b: { image: c, credentials: { username: d, password: EXPR } } }"),
            Job("outputs: { b: EXPR }"),
            Job("defaults: { run: { working-directory: EXPR } }"),
            Job("snapshot: { image-name: EXPR }"),
            Job("snapshot: { image-name: b, if: EXPR }"),
            "{ on: push, jobs: { a: { runs-on: EXPR, steps: [{ run: ls }] } } }",
            Step("run: EXPR"),
            Step("run: ls, name: EXPR"),
            Step("run: ls, if: EXPR"),
            Step("run: ls, env: { b: EXPR }"),
            Step("run: ls, env: { if: EXPR }"),
            Step("run: ls, shell: EXPR"),
            Step("run: ls, working-directory: EXPR"),
            Step("run: ls, continue-on-error: EXPR"),
            Step("run: ls, timeout-minutes: EXPR"),
            Step("uses: EXPR"),
            Step("uses: b/c@d, with: { e: EXPR }"),
            "{ on: push, jobs: { a: { uses: b/c/.github/workflows/d.yml@e, with: { f: EXPR } } } }",
            "{ on: push, jobs: { a: { uses: b/c/.github/workflows/d.yml@e, secrets: { f: EXPR } } } }",
        ];

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public async Task An_expression_may_use_what_GitHub_has_there(string place)
    {
        judges.Require();

        foreach (var name in Names)
        {
            var text = place.Replace("EXPR", $"\"${{{{ {name} }}}}\"", StringComparison.Ordinal);

            var theirs = await judges.ParseAsync(text);

            var ours = WorkflowValidator.Validate(WorkflowReader.Read(text, "ci.yml").Workflow);
            ours.Any()
                .Should()
                .Be(
                    theirs.Errors.Count > 0,
                    "of {0} GitHub says [{1}] and we say [{2}]",
                    text,
                    string.Join("; ", theirs.Errors),
                    string.Join("; ", ours)
                );
        }
    }

    static string Job(string setting) => $"{{ on: push, jobs: {{ a: {{ {setting}, {Steps} }} }} }}";

    static string Step(string step) => $"{{ on: push, jobs: {{ a: {{ runs-on: x, steps: [{{ {step} }}] }} }} }}";
}
