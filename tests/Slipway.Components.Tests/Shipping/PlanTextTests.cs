using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Tests.Shipping;

public sealed class PlanTextTests
{
    [Fact]
    public void A_plan_names_its_digest_the_way_and_each_step()
    {
        var plan = Samples.SecondPlan;

        var lines = PlanText.Lines(plan, Samples.Staging).ToList();

        lines[0].Should().Be($"Plan {plan.Digest}");
        lines[1].Should().Be("  staging (local, port 8081, blue-green): 1.0.0 → 2.0.0 sha256:bbbbbbbbbbbb");
        lines[3].Should().Be("  steps:");
        lines[4].Should().Be($"  1. {plan.Steps[0].Title}");
        lines.Skip(4).Should().HaveCount(plan.Steps.Count + 1);
    }

    [Fact]
    public void The_step_that_users_notice_is_marked_and_no_other()
    {
        var plan = Samples.SecondPlan;

        PlanText
            .Lines(plan, Samples.Staging)
            .Where(line => line.EndsWith("users notice from here", StringComparison.Ordinal))
            .Should()
            .ContainSingle(line => line.Contains(plan.Steps[plan.PointOfNoReturn].Title));
    }

    [Fact]
    public void What_must_hold_is_said_with_who_must_approve()
    {
        var environment = Samples.Staging with
        {
            RequiresApproval = true,
            Approval = new ApprovalPolicy { People = 2, NeverTheAuthor = true },
        };

        PlanText
            .Lines(Samples.SecondPlan, environment)
            .Last()
            .Should()
            .Be(
                "  gates: the image's digest; every instance ready within 60 s; "
                    + "approval by two people, never the commit's author"
            );
    }

    [Fact]
    public void A_bake_is_a_gate_with_its_time_and_its_budget()
    {
        var budget = new Budget { P99Percent = 200, WhenNotJudged = NotJudgedPolicy.Fail };
        var plan = Samples.SecondPlan with
        {
            Steps = [new Bake(Slot.Green, Slot.Blue, 300, budget, Baseline.SameTime)],
        };

        PlanText
            .Lines(plan, Samples.Staging)
            .Last()
            .Should()
            .Be(
                "  gates: the image's digest; green bakes for 300 s: no more errors than blue and its p99 at most 200 % of "
                    + "blue's, at 99 % confidence; at once back at 25 percentage points more errors; below 100 requests not "
                    + "judged, which fails"
            );
    }

    [Fact]
    public void Migrations_of_which_nothing_is_known_are_said_to_be_so() =>
        PlanText.Lines(Samples.SecondPlan, Samples.Staging).ElementAt(2).Should().Contain("not known");

    [Fact]
    public void An_empty_plan_says_that_there_is_nothing_to_do()
    {
        var plan = Samples.SecondPlan with { Steps = [], PointOfNoReturn = -1 };

        PlanText.Lines(plan, Samples.Staging).Last().Should().Contain("nothing to do");
    }

    [Fact]
    public void A_first_deployment_comes_from_nothing()
    {
        PlanText.From(Samples.FirstPlan).Should().BeNull();
        PlanText.Lines(Samples.FirstPlan, Samples.Staging).ElementAt(1).Should().Contain(": nothing → 1.0.0");
    }
}
