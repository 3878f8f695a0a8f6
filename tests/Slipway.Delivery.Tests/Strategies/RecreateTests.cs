using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Strategies;

public sealed class RecreateTests
{
    static readonly Recreate s_strategy = new() { HoldLimit = TimeSpan.FromSeconds(45) };

    [Fact]
    public void Requests_wait_while_the_old_revision_makes_room_for_the_new_one() =>
        s_strategy
            .Plan(Purpose.Deploy, Some.Serving(Some.V1), Some.V2, Some.Environment)
            .Should()
            .BeEquivalentTo(
                new Step[]
                {
                    new Hold(45, Slot.Blue),
                    new StopSlot(Slot.Blue, Some.V1, 1, 60),
                    new Migrate(Some.V2),
                    new StartSlot(Slot.Green, Some.V2, 1),
                    new AwaitReady(Slot.Green, 1, 60),
                    new Smoke(Slot.Green, Some.V2, Via.Preview, Some.Environment.SmokeChecks),
                    new Switch(Slot.Green, Slot.Blue) { HoldSeconds = 45 },
                    new Smoke(Slot.Green, Some.V2, Via.Public, Some.Environment.SmokeChecks),
                },
                options => options.RespectingRuntimeTypes().WithStrictOrdering()
            );

    [Fact]
    public void What_is_down_is_stopped_too_lest_it_comes_back_but_nobody_waits_for_it() =>
        Kinds(Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 0, 0, 100) })
            .Should()
            .Equal("StopSlot", "Migrate", "StartSlot", "AwaitReady", "Smoke", "Switch", "Smoke");

    [Fact]
    public void A_first_deployment_holds_and_stops_nothing() =>
        Kinds(World.Empty)
            .Should()
            .Equal("OpenGateway", "Migrate", "StartSlot", "AwaitReady", "Smoke", "Switch", "Smoke");

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    public void A_limit_that_makes_no_sense_is_one_clear_error(int seconds) =>
        FluentActions
            .Invoking(
                (
                    Some.Environment with
                    {
                        Strategy = new Recreate { HoldLimit = TimeSpan.FromSeconds(seconds) },
                    }
                ).Require
            )
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("staging: a request is held*");

    static IEnumerable<string> Kinds(World world) =>
        s_strategy.Plan(Purpose.Deploy, world, Some.V2, Some.Environment).Select(step => step.GetType().Name);
}
