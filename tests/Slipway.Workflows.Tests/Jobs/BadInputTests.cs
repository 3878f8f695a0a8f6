using System.Runtime.CompilerServices;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;
using Slipway.Workflows.Writing;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>What is stated wrongly: one error, where it is stated, with what to do.</summary>
public sealed class BadInputTests
{
    static readonly TargetFacts A = new("A");
    static readonly TargetFacts B = new("B");

    [Fact]
    public void Targets_that_wait_for_each_other()
    {
        var spec = Spec("A");

        Single(spec, spec.Place, new("A") { DependsOn = ["B"] }, new("B") { After = ["A"] })
            .Message.Should()
            .Be("targets of the build wait for each other: A → B → A");
    }

    [Fact]
    public void Jobs_that_wait_for_each_other()
    {
        var job = new JobSpec(["A", "C"]);

        Single(Spec("B", job), job.Place, A, new("B") { After = ["A"] }, new("C") { After = ["B"] })
            .Message.Should()
            .Be("the jobs wait for each other: a → b → a");
    }

    [Fact]
    public void An_unknown_target()
    {
        var job = new JobSpec("TestSqlit");

        var problem = Single(Spec([], job), job.Place, new TargetFacts("TestSqlite"), A);

        problem.Message.Should().Be("there is no target 'TestSqlit'");
        problem.Remedy.Should().Be("Did you mean 'TestSqlite'?");
    }

    [Fact]
    public void An_unknown_target_that_is_like_no_other()
    {
        var spec = Spec("Nothing");

        Single(spec, spec.Place, A, B).Remedy.Should().Be("There are: A, B");
    }

    [Fact]
    public void A_target_in_two_jobs()
    {
        var first = new JobSpec("A");
        var second = new JobSpec(["B", "A"]);

        var problem = Single(Spec([], first, second), second.Place, A, B);

        problem.Message.Should().Be("the target 'A' is in two jobs");
        problem.Remedy.Should().Be($"Leave it out here, or in {first.Place}");
    }

    [Fact]
    public void An_output_that_nobody_produces()
    {
        var job = new JobSpec("B") { Parameters = [new("Digest", From.Output("A", "digset"))] };

        var problem = Single(Spec("A", job), job.Place, A with { Outputs = [new TargetOutput("digest", "of it")] }, B);

        problem.Message.Should().Be("Digest takes the output 'digset' of 'A', which does not yield it");
        problem.Remedy.Should().Be("Did you mean 'digest'?");
    }

    [Fact]
    public void An_output_of_a_target_that_no_job_is_there_for()
    {
        var job = new JobSpec("B") { Parameters = [new("Digest", From.Output("A", "digest"))] };

        Single(Spec([], job), job.Place, A with { Outputs = [new TargetOutput("digest", "of it")] }, B)
            .Message.Should()
            .EndWith("which no job of this workflow is there for");
    }

    [Fact]
    public void An_output_of_a_job_that_runs_several_times()
    {
        var job = new JobSpec("B") { Parameters = [new("Digest", From.Output("A", "digest"))] };
        var producer = A with { Outputs = [new TargetOutput("digest", "of it")], Partitions = 2 };

        Single(Spec("A", job), job.Place, producer, B).Message.Should().EndWith("which runs 2 times");
    }

    [Fact]
    public void An_address_that_no_target_yields()
    {
        var job = new JobSpec("A")
        {
            Environment = new DeploymentEnvironment("review") { Url = "${{ steps.build.outputs.address }}" },
        };

        Single(Spec([], job), job.Place, A).Message.Should().Contain("'address'");
    }

    [Fact]
    public void A_secret_that_nobody_has_declared()
    {
        var job = new JobSpec("A")
        {
            Environment = "staging",
            Parameters = [new("Key", From.Expression("secrets.API_KEY"))],
        };

        var problem = Single(Spec([], job), job.Place, A);

        problem.Message.Should().Be("the job 'a' reads 'secrets.api_key', which none of its targets declares");
        problem.Remedy.Should().Contain("[UsesSecret]");
    }

    [Fact]
    public void A_secret_outside_an_environment()
    {
        var spec = Spec("A");

        Single(spec, spec.Place, A with { Secrets = [new SecretUse("ApiKey")] })
            .Message.Should()
            .Be("the target 'A' uses the secret API_KEY, and its job 'a' is in no environment");
    }

    [Fact]
    public void A_matrix_of_more_than_256()
    {
        var job = new JobSpec("A")
        {
            Matrix = new JobMatrix
            {
                Parameters = [new("Seed", ValueList.From(Enumerable.Range(0, 257).Select(number => $"{number}")))],
            },
        };

        Single(Spec([], job), job.Place, A).Message.Should().Contain("257").And.Contain("256");
    }

    [Fact]
    public void An_expression_that_does_not_parse()
    {
        var job = new JobSpec("A") { If = "github.ref ==" };

        Single(Spec([], job), job.Place, A).Message.Should().Contain("jobs.a.if: the expression does not parse");
    }

    [Fact]
    public void An_expression_among_the_literals()
    {
        var job = new JobSpec("A") { Parameters = [new("Title", "${{ github.event.pull_request.title }}")] };

        Single(Spec([], job), job.Place, A).Remedy.Should().StartWith("Write From.Expression");
    }

    [Fact]
    public void A_parameter_that_is_given_twice()
    {
        var job = new JobSpec("A")
        {
            Parameters = [new("Database", "sqlite")],
            Matrix = new JobMatrix { Parameters = [new("Database", ["sqlite"])] },
        };

        Single(Spec([], job), job.Place, A).Message.Should().StartWith("Database is given twice");
    }

    [Fact]
    public void An_action_that_is_not_pinned()
    {
        var spec = Spec("A");
        var pins = new ActionPins(ValueMap.From(Planned.Pins.Actions.Where(pin => pin.Key is not "actions/checkout")));

        var problem = new Action(() => JobPlanner.Plan([A], spec, Repository, pins))
            .Should()
            .Throw<GenerationException>()
            .Which.Problems.Should()
            .ContainSingle()
            .Subject;

        problem.Place.Should().Be(spec.Place);
        problem.Message.Should().Be("the action 'actions/checkout' is not pinned in .github/actions.lock.json");
    }

    [Fact]
    public void A_service_of_whatever_image_its_tag_is_today()
    {
        var job = new JobSpec("A") { Services = [("postgres", new Container("postgres:17"))] };

        var problem = Single(Spec([], job), job.Place, A);

        problem.Message.Should().Contain("unpinned-images");
        problem.Remedy.Should().Contain("@sha256");
    }

    [Fact]
    public void A_file_that_somebody_has_written_by_hand()
    {
        var spec = Spec("A");

        var problem = HandWritten.Check(spec, "# mine\non: push\n")!;

        problem.Place.Should().Be(spec.Place);
        problem.Message.Should().Contain(".github/workflows/test.yml").And.Contain("by hand");
        HandWritten.Check(spec, null).Should().BeNull();
        HandWritten.Check(spec, WorkflowWriter.Write(Workflow(spec, A), "./build.sh Workflows")).Should().BeNull();
    }

    [Fact]
    public void Files_outside_the_root()
    {
        var spec = Spec("A");

        Single(spec, spec.Place, A with { Produces = ["../elsewhere/**"] })
            .Message.Should()
            .Contain("not below the root");
    }

    [Theory]
    [InlineData("macos-15")]
    [InlineData("windows-2025")]
    public void Files_that_go_to_or_from_a_machine_without_GNU_tar(string runner)
    {
        var make = new TargetFacts("Make") { Produces = ["out/**"] };
        var use = new TargetFacts("Use") { DependsOn = ["Make"], Consumes = [new("Make", [])] };
        var producer = new JobSpec("Make") { Runner = runner };
        var consumer = new JobSpec("Use") { Matrix = new JobMatrix { Runners = ["ubuntu-24.04", runner] } };

        Single(Spec("Use", producer), producer.Place, make, use)
            .Message.Should()
            .Be(
                $"the job 'make' runs on '{runner}', and files go from job to job with GNU tar and bash 4, which only Linux has"
            );
        Single(Spec([], consumer), consumer.Place, make, use)
            .Message.Should()
            .StartWith($"the job 'use' runs on '{runner}'");
        Workflow(Spec("Make", producer), make).Job("make").RunsOn.Labels.Should().Equal(runner);
    }

    [Fact]
    public void Parts_of_a_target_beside_one_that_has_none()
    {
        var job = new JobSpec(["A", "B"]);

        Single(Spec([], job), job.Place, A with { Partitions = 2 }, B).Remedy.Should().Be("Give it a job of its own");
    }

    [Fact]
    public void A_workflow_that_reaches_nothing()
    {
        var spec = Spec([]);

        Single(spec, spec.Place, A).Message.Should().Be("the workflow 'test' reaches nothing to do");
    }

    [Fact]
    public void The_place_is_the_line_in_the_sources()
    {
        var job = new JobSpec("A");

        job.Place.ToString().Should().Be($"tests/Slipway.Workflows.Tests/Jobs/BadInputTests.cs({LineAbove(2)})");
    }

    static int LineAbove(int lines, [CallerLineNumber] int line = 0) => line - lines;

    static SpecProblem Single(WorkflowSpec spec, SourcePlace place, params TargetFacts[] targets)
    {
        var problem = Problems(spec, targets).Should().ContainSingle().Subject;
        problem.Place.Should().Be(place);
        return problem;
    }
}
