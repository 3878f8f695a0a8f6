using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Plans;

public sealed class WorldFactsTests
{
    static readonly World s_world = Some.Serving(Some.V1);

    [Fact]
    public void The_same_world_has_no_difference() => Differences(s_world).Should().BeEmpty();

    [Fact]
    public void An_instance_that_is_sick_is_no_difference() =>
        Differences(s_world.With(s_world.Blue with { Healthy = 0 })).Should().BeEmpty();

    [Fact]
    public void Another_revision_in_a_slot_is_one() =>
        Differences(s_world.With(s_world.Green with { Revision = Some.V2 }))
            .Should()
            .Equal($"green held nothing, now 2.0.0 {Some.V2.Digest}");

    [Fact]
    public void Another_configuration_is_one() =>
        Differences(s_world.With(s_world.Blue with { Revision = Some.V1 with { Configuration = "sha256:0" } }))
            .Should()
            .Equal($"blue runs 1.0.0 {Some.V1.Digest} with another configuration");

    [Fact]
    public void Traffic_that_was_moved_by_hand_is_one() =>
        Differences(s_world.With(s_world.Blue with { Traffic = 50 }))
            .Should()
            .Equal("blue had 100 % of the traffic, now 50 %");

    [Fact]
    public void A_gateway_that_went_is_one() =>
        Differences(s_world with { GatewayPort = null }).Should().Equal("the gateway was on port 8081, now down");

    [Fact]
    public void Migrations_that_were_applied_are_one() =>
        Differences(s_world with { MigratedBy = Some.V3.Digest })
            .Should()
            .Equal($"migrations were applied by {Some.V1.Digest}, now by {Some.V3.Digest}");

    static IReadOnlyList<string> Differences(World now) => WorldFacts.Of(s_world).DifferencesTo(WorldFacts.Of(now));
}
