using Slipway.Workflows.Jobs;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

public sealed class FoldingTests
{
    static readonly TargetFacts Make = new("Make") { Produces = ["out/**"] };

    [Fact]
    public void A_target_whose_work_cannot_be_handed_over_runs_in_each_job_that_needs_it()
    {
        var workflow = Workflow(
            Spec(["A", "B"]),
            new("Compile"),
            new("A") { DependsOn = ["Compile"] },
            new("B") { DependsOn = ["Compile"] }
        );

        workflow.Jobs.Keys.Should().Equal("a", "b");
        workflow.Job("a").Build().Run.Should().Be("./build.sh A");
    }

    [Fact]
    public void A_target_whose_files_are_taken_has_a_job_of_its_own()
    {
        var workflow = Workflow(Spec("A"), Make, new("A") { DependsOn = ["Make"], Consumes = [new("Make", [])] });

        workflow.Jobs.Keys.Should().Equal("make", "a");
        workflow.Job("a").Build().Run.Should().Be("./build.sh A --skip");
    }

    [Fact]
    public void It_is_folded_when_one_of_its_consumers_takes_nothing()
    {
        var workflow = Workflow(
            Spec(["A", "B"]),
            Make,
            new("A") { DependsOn = ["Make"], Consumes = [new("Make", [])] },
            new("B") { DependsOn = ["Make"] }
        );

        workflow.Jobs.Keys.Should().Equal("a", "b");
    }

    [Fact]
    public void A_group_is_no_job_and_its_targets_stay_apart()
    {
        var workflow = Workflow(
            Spec("Ship"),
            new("Lint"),
            new("Verify") { HasActions = false, DependsOn = ["Lint"] },
            new("Ship") { DependsOn = ["Verify"] }
        );

        workflow.Jobs.Keys.Should().Equal("lint", "ship");
        workflow.Job("ship").Needs.Should().Equal("lint");
    }

    [Fact]
    public void Stated_targets_share_a_job_and_a_group_stands_for_what_is_in_it()
    {
        var workflow = Workflow(
            Spec([], new JobSpec(["Verify", "Scan"]) { Name = "Checks" }),
            new("Lint"),
            new("Test"),
            new("Verify") { HasActions = false, DependsOn = ["Lint", "Test"] },
            new("Scan")
        );

        workflow.Jobs.Keys.Should().Equal("lint");
        workflow.Job("lint").Name.Should().Be("Checks");
        workflow.Job("lint").Build().Run.Should().Be("./build.sh Lint Test Scan");
    }

    [Fact]
    public void A_job_that_is_stated_is_not_folded()
    {
        var workflow = Workflow(
            Spec("Deploy", new JobSpec("Push")),
            new("Push"),
            new("Deploy") { DependsOn = ["Push"] }
        );

        workflow.Jobs.Keys.Should().Equal("push", "deploy");
        workflow.Job("deploy").Build().Run.Should().Be("./build.sh Deploy --skip");
    }

    [Fact]
    public void What_a_folded_target_triggers_comes_along()
    {
        var workflow = Workflow(
            Spec("A"),
            new("StartServer") { Triggers = ["StopServer"] },
            new("StopServer") { AssuredAfterFailure = true },
            new("A") { DependsOn = ["StartServer"] }
        );

        workflow.Jobs.Keys.Should().Equal("a");
        workflow.Job("a").Build().Run.Should().Be("./build.sh A");
    }

    [Fact]
    public void A_target_that_is_triggered_by_what_it_depends_on_stays_what_the_job_is_there_for()
    {
        var workflow = Workflow(Spec("A"), new("A") { Triggers = ["B"] }, new("B") { DependsOn = ["A"] });

        workflow.Jobs.Keys.Should().Equal("b");
        workflow.Job("b").Build().Run.Should().Be("./build.sh B");
    }
}
