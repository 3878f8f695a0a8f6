using Slipway.Workflows.Audit;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Tests.Audit;

/// <summary>Each rule with workflows that break it and workflows that do not; all of them break nothing else.</summary>
public sealed class WorkflowAuditTests
{
    const string Sha = "8e5e7e5ab8b370d6c329ec480221332ada57f0ab";
    const string Digest = "sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1";
    const string Checkout = $"uses: actions/checkout@{Sha}, with: {{ persist-credentials: false }}";
    const string Limit = "concurrency: { group: production, cancel-in-progress: false }";

    public static TheoryData<string, string> Breaking =>
        new()
        {
            { "dangerous-triggers", On("pull_request_target", Job("run: ls")) },
            { "dangerous-triggers", On("workflow_run", Job("run: ls")) },
            { "excessive-permissions", $"on: push\npermissions: read-all\n{Jobs(Job("run: ls"))}" },
            { "excessive-permissions", $"on: push\npermissions: {{ contents: read }}\n{Jobs(Job("run: ls"))}" },
            { "excessive-permissions", $"on: push\n{Jobs(Job("run: ls"))}" },
            { "excessive-permissions", On("push", Job("run: ls", "permissions: write-all")) },
            { "unpinned-uses", On("push", Job("uses: acme/thing@v1")) },
            { "unpinned-uses", On("push", Job("uses: acme/thing@8e5e7e5")) },
            { "unpinned-uses", On("push", "a: { uses: acme/flows/.github/workflows/a.yml@main }") },
            { "unpinned-images", On("push", Job("run: ls", "container: alpine:3.20")) },
            { "unpinned-images", On("push", Job("run: ls", "services: { db: { image: postgres } }")) },
            { "unpinned-images", On("push", Job("uses: docker://alpine:3.20")) },
            { "template-injection", On("pull_request", Job("run: 'echo ${{ github.event.pull_request.title }}'")) },
            { "template-injection", On("push", Job("run: 'echo ${{ needs.b.outputs.c }}'")) },
            {
                "template-injection",
                On(
                    "push",
                    Job($"uses: actions/github-script@{Sha}, with: {{ script: 'log(${{{{ github.head_ref }}}})' }}")
                )
            },
            { "github-env", On("workflow_run", Job("run: 'echo A=b >> $GITHUB_ENV'")) },
            { "artipacked", On("push", Job($"uses: actions/checkout@{Sha}")) },
            { "artipacked", On("push", Job($"uses: actions/checkout@{Sha}, with: {{ persist-credentials: true }}")) },
            { "cache-poisoning", On("release", Job($"uses: actions/cache@{Sha}")) },
            {
                "cache-poisoning",
                On(
                    "push",
                    Job($"uses: actions/setup-node@{Sha}, with: {{ cache: npm }}", "permissions: { packages: write }")
                )
            },
            {
                "secrets-inherit",
                On("push", $"a: {{ uses: acme/flows/.github/workflows/a.yml@{Sha}, secrets: inherit }}")
            },
            { "secrets-outside-env", On("push", Job("run: ls, env: { A: '${{ secrets.KEY }}' }")) },
            {
                "overprovisioned-secrets",
                On("push", Job("run: ls, env: { A: '${{ toJSON(secrets) }}' }", $"environment: production, {Limit}"))
            },
            {
                "overprovisioned-secrets",
                On(
                    "push",
                    Job("run: ls, env: { A: '${{ secrets[matrix.key] }}' }", $"environment: production, {Limit}")
                )
            },
            {
                "unredacted-secrets",
                On(
                    "push",
                    Job("run: ls, env: { A: '${{ fromJSON(secrets.KEYS).a }}' }", $"environment: production, {Limit}")
                )
            },
            {
                "hardcoded-container-credentials",
                On(
                    "push",
                    Job(
                        "run: ls",
                        $"container: {{ image: 'a@{Digest}', credentials: {{ username: me, password: letmein }} }}"
                    )
                )
            },
            { "secrets-outside-env", On("push", Job("run: ls")) + "env: { A: '${{ secrets.KEY }}' }\n" },
            {
                "cache-poisoning",
                On("push", Job($"uses: actions/setup-go@{Sha}", $"environment: production, {Limit}"))
            },
            { "cache-poisoning", On("push", Job($"uses: acme/rust-cache@{Sha}", $"environment: production, {Limit}")) },
            { "fork-deployments", On("pull_request", Job("run: ls", $"environment: review, {Limit}")) },
            {
                "stored-cloud-keys",
                On(
                    "push",
                    Job(
                        $"uses: azure/login@{Sha}, with: {{ creds: '${{{{ secrets.KEY }}}}' }}",
                        $"environment: production, {Limit}"
                    )
                )
            },
            { "insecure-commands", On("push", Job("run: ls, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true }")) },
            { "bot-conditions", On("pull_request", Job("run: ls", "if: \"github.actor == 'dependabot[bot]'\"")) },
            { "unsound-condition", On("push", Job("run: ls", "if: '${{ github.ref }} == ''refs/heads/main'''")) },
            { "unsound-condition", On("push", Job("run: ls", "if: \"${{ github.ref == 'refs/heads/main' }}\\n\"")) },
            {
                "self-hosted-runner",
                On("pull_request", "a: { runs-on: [self-hosted, linux], timeout-minutes: 5, steps: [{ run: ls }] }")
            },
            { "missing-timeout", On("push", "a: { runs-on: x, steps: [{ run: ls }] }") },
            { "concurrency-limits", On("push", Job("run: ls", "environment: production")) },
            {
                "concurrency-limits",
                On(
                    "push",
                    Job("run: ls", "environment: production, concurrency: { group: a, cancel-in-progress: true }")
                )
            },
        };

    public static TheoryData<string> Sound =>
        [
            On("pull_request", Job(Checkout)),
            On("push", Job("run: ls", "permissions: { contents: read }")),
            $"on: push\n{Jobs(Job("run: ls", "permissions: {}"))}",
            On("push", Job($"uses: acme/thing@{Sha}")),
            On("push", Job("uses: ./.github/actions/own")),
            On("push", "a: { uses: ./.github/workflows/own.yml }"),
            On("push", Job($"uses: 'docker://alpine@{Digest}'", $"container: 'alpine:3.20@{Digest}'")),
            On("push", Job("run: 'echo \"$TITLE\"', env: { TITLE: '${{ github.event.pull_request.title }}' }")),
            On("push", Job("run: 'echo A=b >> $GITHUB_ENV'")),
            On("push", Job($"uses: actions/cache@{Sha}")),
            On("push", Job($"uses: actions/setup-node@{Sha}", $"environment: production, {Limit}")),
            On(
                "push",
                $"a: {{ uses: acme/flows/.github/workflows/a.yml@{Sha}, secrets: {{ KEY: '${{{{ secrets.KEY }}}}' }} }}"
            ),
            On("push", Job("run: ls, env: { A: '${{ secrets.KEY }}' }", $"environment: production, {Limit}")),
            On("push", Job("run: ls, env: { A: '${{ secrets.GITHUB_TOKEN }}' }")),
            On(
                "push",
                Job(
                    "run: ls",
                    $"container: {{ image: 'a@{Digest}', credentials: {{ username: me, password: '${{{{ github.token }}}}' }} }}"
                )
            ),
            On("pull_request", Job("run: ls", "if: \"github.event.pull_request.user.login == 'dependabot[bot]'\"")),
            On("push", Job("run: ls", "if: \"${{ github.ref == 'refs/heads/main' }}\"")),
            On(
                "push",
                Job($"uses: actions/setup-go@{Sha}, with: {{ cache: false }}", $"environment: production, {Limit}")
            ),
            On(
                "push",
                Job(
                    $"uses: docker/build-push-action@{Sha}, with: {{ no-cache: true }}",
                    $"environment: production, {Limit}"
                )
            ),
            On(
                "pull_request",
                Job(
                    "run: ls",
                    $"if: github.event.pull_request.head.repo.full_name == github.repository, environment: review, {Limit}"
                )
            ),
            On(
                "push",
                Job(
                    $"uses: azure/login@{Sha}, with: {{ client-id: '${{{{ vars.ID }}}}' }}",
                    $"environment: production, {Limit}"
                )
            ),
            On("push", "a: { runs-on: self-hosted, timeout-minutes: 5, steps: [{ run: ls }] }"),
            On("push", Job("run: ls", "environment: { name: production, deployment: false }")),
        ];

    [Theory]
    [MemberData(nameof(Breaking))]
    public void What_breaks_a_rule_is_found(string rule, string workflow) =>
        Check(workflow)
            .Select(finding => finding.Rule)
            .Distinct()
            .Should()
            .Contain(rule)
            .And.BeSubsetOf([rule, "dangerous-triggers"]);

    [Theory]
    [MemberData(nameof(Sound))]
    public void What_breaks_no_rule_is_not(string workflow) => Check(workflow).Should().BeEmpty();

    [Fact]
    public void Every_rule_has_a_workflow_that_breaks_it() =>
        WorkflowAudit
            .Rules.Select(rule => rule.Name)
            .Should()
            .BeEquivalentTo(Breaking.Select(row => row[0]).Distinct());

    [Fact]
    public void The_documentation_has_every_rule_with_its_reason()
    {
        var documented = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "workflow-audit.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        documented
            .Should()
            .Equal(
                WorkflowAudit.Rules.Select(rule =>
                    $"| `{rule.Name}` | {rule.Scorecard ?? ""} | {rule.Reason}. | {rule.Remedy}. |"
                )
            );
    }

    [Fact]
    public void A_finding_says_where_what_and_what_to_do()
    {
        const string Workflow = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                timeout-minutes: 5
                steps:
                  - uses: acme/thing@v1
            """;

        Check(Workflow)
            .Single()
            .ToString()
            .Should()
            .Be(
                "ci.yml:8:15: unpinned-uses: jobs.build.steps[0].uses: 'acme/thing@v1' may be something else tomorrow."
                    + " Pin it to the full SHA of a commit, with the version as a comment behind it"
            );
    }

    static IReadOnlyList<Finding> Check(string workflow) =>
        WorkflowAudit.Check(WorkflowReader.Read(workflow, "ci.yml"));

    static string On(string name, string jobs) => $"on: {name}\npermissions: {{}}\n{Jobs(jobs)}";

    static string Jobs(string jobs) => $"jobs: {{ {jobs} }}\n";

    static string Job(string step, string? settings = null) =>
        $"a: {{ runs-on: ubuntu-24.04, timeout-minutes: 5, {(settings is null ? "" : $"{settings}, ")}steps: [{{ {step} }}] }}";
}
