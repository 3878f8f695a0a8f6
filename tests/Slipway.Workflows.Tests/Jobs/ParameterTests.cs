using Slipway.Testing;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

public sealed class ParameterTests
{
    [Fact]
    public void Literals_stand_on_the_command_line()
    {
        var spec = new JobSpec("Destroy")
        {
            Parameters = [new("PortBase", 9000), new("Expired", true), new("Json", false), new("Allow", "it's meant")],
        };

        Workflow(Spec([], spec), new TargetFacts("Destroy"))
            .Job("destroy")
            .Build()
            .Run.Should()
            .Be(@"./build.sh Destroy --port-base 9000 --expired --json false --allow 'it'\''s meant'");
    }

    [Theory]
    [InlineData("plain-1.0")]
    [InlineData("two words")]
    [InlineData("it's")]
    [InlineData("$(touch x) `id` \"q\" \\ ! *")]
    [InlineData("")]
    [InlineData("two\nlines")]
    public async Task Bash_reads_a_literal_back_as_it_was(string text)
    {
        var spec = new JobSpec("A") { Parameters = [new("Text", text)] };
        var run = Workflow(Spec([], spec), new TargetFacts("A")).Job("a").Build().Run;
        var arguments = run[(run.IndexOf("--text", StringComparison.Ordinal) + "--text ".Length)..];

        var result = await CommandLine.RunAsync("bash", ["-c", $"printf '[%s]' {arguments}"]);

        result.Output.Should().Be($"[{text}]\n");
    }

    [Fact]
    public void Expressions_come_through_the_environment()
    {
        var spec = new JobSpec("A") { Parameters = [new("PortBase", From.Expression("inputs.port"))] };

        var step = Workflow(
                new WorkflowSpec("x")
                {
                    Name = "X",
                    On = [new DispatchTrigger { Inputs = [("port", new Input { Type = InputType.Number })] }],
                    Jobs = [spec],
                },
                new TargetFacts("A")
            )
            .Job("a")
            .Build();

        step.Run.Should().Be("./build.sh A");
        step.Env.Should().Equal(new Entry<string>("NUKE_PORTBASE", "${{ inputs.port }}"));
    }

    [Fact]
    public void An_output_of_another_target_comes_from_its_job()
    {
        var workflow = Workflow(
            Spec("A", new JobSpec("B") { Parameters = [new("Digest", From.Output("A", "plan"))] }),
            new("A") { Outputs = [new TargetOutput("plan", "digest of the plan")] },
            new("B")
        );

        workflow
            .Job("a")
            .Outputs.Should()
            .Equal(new Entry<string>("plan", "${{ steps.build.outputs.plan }}", "digest of the plan"));
        workflow.Job("a").Build().Id.Should().Be("build");
        workflow.Job("b").Needs.Should().Equal("a");
        workflow.Job("b").Build().Env.Find("NUKE_DIGEST").Should().Be("${{ needs.a.outputs.plan }}");
    }

    [Fact]
    public void A_matrix_gives_a_run_its_runner_and_its_parameters()
    {
        var spec = new JobSpec("Test")
        {
            Matrix = new JobMatrix
            {
                Runners = ["ubuntu-24.04", "windows-2025"],
                Parameters = [new("TestDatabase", ["sqlite", "postgres"])],
            },
        };

        var job = Workflow(Spec([], spec), new TargetFacts("Test") { Partitions = 3 }).Job("test");

        job.RunsOn.Should().Be(new RunsOn(["${{ matrix.runner }}"]));
        job.Strategy!.FailFast.Should().Be((Expressible<bool>)false);
        MatrixExpansion.Count(job.Strategy.Matrix!.Literal).Should().Be(12);
        job.Build()
            .Env.Should()
            .Equal(
                new Entry<string>("NUKE_TESTDATABASE", "${{ matrix.test-database }}"),
                new Entry<string>("NUKE_PARTITION", "${{ matrix.partition }}")
            );
    }
}
