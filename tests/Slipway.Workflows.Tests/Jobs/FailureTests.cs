using Slipway.Workflows.Jobs;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>What runs after a failure: what NUKE would run.</summary>
public sealed class FailureTests
{
    static readonly TargetFacts Group = new("All") { HasActions = false, DependsOn = ["A", "B"] };

    [Fact]
    public void An_assured_target_runs_whatever_has_happened()
    {
        Workflow(Spec("B"), new("A") { Triggers = ["B"] }, new("B") { AssuredAfterFailure = true, After = ["A"] })
            .Job("b")
            .If.Should()
            .Be("always()");
    }

    [Fact]
    public void What_follows_an_assured_target_still_wants_what_is_before_it_to_have_gone_well()
    {
        var workflow = Workflow(
            Spec("C"),
            new("A"),
            new("B") { AssuredAfterFailure = true, After = ["A"] },
            Group,
            new("C") { DependsOn = ["All"] }
        );

        workflow.Job("c").Needs.Should().Equal("a", "b");
        workflow.Job("c").If.Should().Be("!cancelled() && needs.a.result == 'success' && needs.b.result == 'success'");
    }

    [Fact]
    public void It_does_also_when_it_only_depends_on_the_assured_one()
    {
        var workflow = Workflow(
            Spec(["A", "C"]),
            new("A"),
            new("B") { AssuredAfterFailure = true, After = ["A"] },
            new("Later") { HasActions = false, DependsOn = ["B"] },
            new("C") { DependsOn = ["Later"] }
        );

        workflow.Job("c").Needs.Should().Equal("a", "b");
    }

    [Fact]
    public void Others_go_on_after_a_target_that_may_fail_and_the_run_fails_nevertheless()
    {
        var workflow = Workflow(
            Spec("C"),
            new("A") { ProceedAfterFailure = true },
            new("B"),
            Group,
            new("C") { DependsOn = ["All"] }
        );

        workflow
            .Job("c")
            .If.Should()
            .Be(
                "!cancelled() && (needs.a.result == 'success' || needs.a.result == 'failure') && needs.b.result == 'success'"
            );
        workflow.Job("a").ContinueOnError.Should().BeNull();
    }

    /// <summary>GitHub's own condition asks for every job before, and A has failed.</summary>
    [Fact]
    public void So_do_those_that_come_after_these()
    {
        var workflow = Workflow(
            Spec(["A", "C"]),
            new("A") { ProceedAfterFailure = true },
            new("B") { After = ["A"] },
            new("Later") { HasActions = false, DependsOn = ["B"] },
            new("C") { DependsOn = ["Later"] }
        );

        workflow.Job("c").If.Should().Be("!cancelled() && needs.b.result == 'success'");
    }

    [Fact]
    public void Files_of_a_target_that_may_fail_are_taken_when_there_are_some()
    {
        var workflow = Workflow(
            Spec("B"),
            new("A") { ProceedAfterFailure = true, Produces = ["out/**"] },
            new("B") { DependsOn = ["A"], Consumes = [new("A", [])] }
        );

        workflow
            .Job("b")
            .Steps.Where(step => step.If is not null)
            .Select(step => step.If)
            .Should()
            .Equal("needs.a.outputs.a-sha256 != ''", "needs.a.outputs.a-sha256 != ''");
        workflow.Job("a").Steps.Single(step => step.Id is "pack-a").If.Should().Be("!cancelled()");
    }
}
