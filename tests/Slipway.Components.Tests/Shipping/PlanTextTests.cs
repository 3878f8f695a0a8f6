using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests.Shipping;

public sealed class PlanTextTests
{
    [Fact]
    public void A_plan_names_its_digest_the_way_and_each_step()
    {
        var plan = Samples.SecondPlan;

        var lines = PlanText.Lines(plan).ToList();

        lines[0].Should().Be($"Plan {plan.Digest}");
        lines[1].Should().Be("  staging (local, port 8081, blue-green): 1.0.0 → 2.0.0 sha256:bbbbbbbbbbbb");
        lines.Skip(3).Should().HaveCount(plan.Steps.Count);
        lines[3].Should().Be($"  1. {plan.Steps[0].Title}");
    }

    [Fact]
    public void The_step_that_users_notice_is_marked_and_no_other()
    {
        var plan = Samples.SecondPlan;

        PlanText
            .Lines(plan)
            .Where(line => line.EndsWith("← users notice from here", StringComparison.Ordinal))
            .Should()
            .ContainSingle(line => line.Contains(plan.Steps[plan.PointOfNoReturn].Title));
    }

    [Fact]
    public void A_first_deployment_comes_from_nothing()
    {
        PlanText.From(Samples.FirstPlan).Should().BeNull();
        PlanText.Lines(Samples.FirstPlan).ElementAt(1).Should().Contain(": nothing → 1.0.0");
    }
}
