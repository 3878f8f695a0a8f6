using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Strategies;

public sealed class RollingTests
{
    static readonly EnvironmentSpec s_environment = Some.Environment with { Instances = 4, SmokeChecks = [] };

    [Fact]
    public void Batches_come_and_go_and_the_traffic_follows_the_instances() =>
        Steps(new Rolling(2), Serving(4))
            .Should()
            .BeEquivalentTo(
                new Step[]
                {
                    new Migrate(Some.V2),
                    new StartSlot(Slot.Green, Some.V2, 2),
                    new AwaitReady(Slot.Green, 2, 60),
                    new Shift(new Split(50, 50), Split.AllTo(Slot.Blue)),
                    new Scale(Slot.Blue, Some.V1, 2, 4, 60),
                    new Scale(Slot.Green, Some.V2, 4, 2, 60),
                    new AwaitReady(Slot.Green, 4, 60),
                    new Switch(Slot.Green, Slot.Blue) { Before = new Split(50, 50) },
                    new StopSlot(Slot.Blue, Some.V1, 2, 60),
                },
                options => options.RespectingRuntimeTypes().WithStrictOrdering()
            );

    [Fact]
    public void The_last_batch_may_be_smaller() =>
        Scales(new Rolling(3), Serving(4))
            .Should()
            .Equal(new Scale(Slot.Blue, Some.V1, 1, 4, 60), new Scale(Slot.Green, Some.V2, 4, 3, 60));

    [Fact]
    public void Old_instances_go_in_proportion_where_there_were_more_or_fewer_of_them()
    {
        Scales(new Rolling(2), Serving(8)).Should().StartWith(new Scale(Slot.Blue, Some.V1, 4, 8, 60));
        Scales(new Rolling(2), Serving(1))
            .Should()
            .Equal([new Scale(Slot.Green, Some.V2, 4, 2, 60)], "the last one stays until the switch");
    }

    [Fact]
    public void A_single_batch_exchanges_all_at_once() =>
        Steps(new Rolling(4), Serving(4))
            .Select(step => step.GetType().Name)
            .Should()
            .Equal("Migrate", "StartSlot", "AwaitReady", "Switch", "StopSlot");

    [Fact]
    public void Where_nothing_serves_all_start_at_once() =>
        Steps(new Rolling(1), World.Empty)
            .Should()
            .ContainEquivalentOf(new StartSlot(Slot.Blue, Some.V2, 4))
            .And.NotContain(step => IsExchange(step));

    [Fact]
    public void Only_the_first_batch_is_smoked_unseen() =>
        new Rolling(1)
            .Plan(Purpose.Deploy, Serving(4), Some.V2, s_environment with { SmokeChecks = [SmokeCheck.Get("/")] })
            .OfType<Smoke>()
            .Select(smoke => smoke.Via)
            .Should()
            .Equal(Via.Preview, Via.Public);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_batch_that_makes_no_sense_is_one_clear_error(int batch) =>
        FluentActions
            .Invoking((s_environment with { Strategy = new Rolling(batch) }).Require)
            .Should()
            .Throw<DeliveryException>()
            .WithMessage($"staging: a rolling batch is from 1 to the 4 instances there are, not {batch}.*");

    static World Serving(int instances) =>
        Some.Serving(Some.V1) with
        {
            Blue = new SlotState(Slot.Blue, Some.V1, instances, instances, 100),
        };

    static bool IsExchange(Step step) => step is Scale or Shift or StopSlot;

    static IReadOnlyList<Step> Steps(Rolling strategy, World world) =>
        strategy.Plan(Purpose.Deploy, world, Some.V2, s_environment);

    static IEnumerable<Scale> Scales(Rolling strategy, World world) => Steps(strategy, world).OfType<Scale>();
}
