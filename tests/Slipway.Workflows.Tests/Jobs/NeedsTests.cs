using Slipway.Workflows.Jobs;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

public sealed class NeedsTests
{
    [Fact]
    public void Order_makes_a_job_wait()
    {
        Workflow(Spec(["A", "B"]), new("A"), new("B") { After = ["A"] }).Job("b").Needs.Should().Equal("a");
    }

    [Fact]
    public void Order_also_holds_through_targets_that_do_not_run()
    {
        var workflow = Workflow(Spec(["A", "C"]), new("A"), new("B") { DependsOn = ["A"] }, new("C") { After = ["B"] });

        workflow.Jobs.Keys.Should().Equal("a", "c");
        workflow.Job("c").Needs.Should().Equal("a");
    }

    [Fact]
    public void Jobs_start_at_once_where_the_workflow_does_not_keep_the_order()
    {
        var spec = new WorkflowSpec("ci")
        {
            Name = "CI",
            On = [Push],
            Targets = ["A", "B", "C"],
            KeepsOrder = false,
        };
        var workflow = Workflow(
            spec,
            new("A") { Produces = ["a"] },
            new("B") { After = ["A"] },
            new("C") { DependsOn = ["A"], Consumes = [new("A", [])] }
        );

        workflow.Job("b").Needs.Should().BeEmpty();
        workflow.Job("c").Needs.Should().Equal("a");
    }

    [Fact]
    public void What_a_target_triggers_waits_for_it()
    {
        var workflow = Workflow(Spec("A"), new("A") { Triggers = ["Tell"] }, new("Tell"));

        workflow.Jobs.Keys.Should().Equal("a", "tell");
        workflow.Job("tell").Needs.Should().Equal("a");
    }

    [Fact]
    public void The_order_of_a_folded_target_holds_inside_a_job_only()
    {
        var workflow = Workflow(
            Spec(["Lint", "Deploy"]),
            new("Route"),
            new("Compile") { After = ["Route"] },
            new("Lint") { DependsOn = ["Compile"] },
            new("Deploy") { DependsOn = ["Route"], After = ["Lint"] }
        );

        workflow.Job("lint").Needs.Should().BeEmpty();
        workflow.Job("deploy").Needs.Should().Equal("lint");
    }

    [Fact]
    public void A_job_that_another_one_waits_for_is_not_named_again()
    {
        var workflow = Workflow(
            Spec("C"),
            new("A"),
            new("B") { After = ["A"] },
            new("All") { HasActions = false, DependsOn = ["A", "B"] },
            new("C") { DependsOn = ["All"] }
        );

        workflow.Job("c").Needs.Should().Equal("b");
    }

    [Fact]
    public void It_is_named_when_something_is_taken_from_it()
    {
        var workflow = Workflow(
            Spec("C", new JobSpec("C") { Parameters = [new("Digest", From.Output("A", "digest"))] }),
            new("A") { Outputs = [new TargetOutput("digest", "of the image")] },
            new("B") { After = ["A"] },
            new("All") { HasActions = false, DependsOn = ["A", "B"] },
            new("C") { DependsOn = ["All"] }
        );

        workflow.Job("c").Needs.Should().Equal("a", "b");
    }

    [Fact]
    public void A_spec_can_say_what_comes_first()
    {
        Workflow(Spec("A", new JobSpec("B") { After = "A" }), new("A"), new("B")).Job("b").Needs.Should().Equal("a");
    }
}
