using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Strategies;

public sealed class CanaryTests
{
    static readonly Budget s_budget = new() { MinimumRequests = 50 };
    static readonly Canary s_strategy = new([10, 50], TimeSpan.FromMinutes(5), s_budget);

    [Fact]
    public void The_share_grows_by_the_weights_and_each_is_baked_before_the_next() =>
        Steps(Purpose.Deploy, Some.Serving(Some.V1))
            .Should()
            .BeEquivalentTo(
                new Step[]
                {
                    new Migrate(Some.V2),
                    new StartSlot(Slot.Green, Some.V2, 1),
                    new AwaitReady(Slot.Green, 1, 60),
                    new Smoke(Slot.Green, Some.V2, Via.Preview, Some.Environment.SmokeChecks),
                    new Shift(new Split(90, 10), Split.AllTo(Slot.Blue)),
                    new Bake(Slot.Green, Slot.Blue, 300, s_budget, Baseline.SameTime),
                    new Shift(new Split(50, 50), Split.AllTo(Slot.Blue)),
                    new Bake(Slot.Green, Slot.Blue, 300, s_budget, Baseline.SameTime),
                    new Switch(Slot.Green, Slot.Blue),
                    new Smoke(Slot.Green, Some.V2, Via.Public, Some.Environment.SmokeChecks),
                    new Drain(Slot.Blue, 30),
                },
                options => options.RespectingRuntimeTypes().WithStrictOrdering()
            );

    [Fact]
    public void A_rollback_does_not_wait() =>
        Steps(Purpose.Rollback, Some.Serving(Some.V1, kept: Some.V2)).Should().NotContain(step => IsGradual(step));

    [Fact]
    public void Where_nothing_serves_there_is_nothing_to_shift_from()
    {
        Steps(Purpose.Deploy, World.Empty).Should().NotContain(step => IsGradual(step));
        Steps(Purpose.Deploy, Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 0, 0, 100) })
            .Should()
            .NotContain(step => IsGradual(step));
    }

    [Theory]
    [InlineData(new int[0], 60)]
    [InlineData(new[] { 0, 50 }, 60)]
    [InlineData(new[] { 50, 100 }, 60)]
    [InlineData(new[] { 50, 10 }, 60)]
    [InlineData(new[] { 10, 10 }, 60)]
    [InlineData(new[] { 10 }, 0)]
    [InlineData(new[] { 10 }, -1)]
    [InlineData(new[] { 10 }, (24 * 3600) + 1)]
    public void Parameters_that_make_no_sense_are_one_clear_error(int[] weights, int seconds) =>
        FluentActions
            .Invoking(
                (
                    Some.Environment with
                    {
                        Strategy = new Canary(weights, TimeSpan.FromSeconds(seconds), new Budget()),
                    }
                ).Require
            )
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("staging: *build/Build.Environments.cs.");

    [Theory]
    [InlineData(0, 99, 150, 25)]
    [InlineData(100, 49, 150, 25)]
    [InlineData(100, 100, 150, 25)]
    [InlineData(100, 99, 99, 25)]
    [InlineData(100, 99, 150, 0)]
    [InlineData(100, 99, 150, 101)]
    public void A_budget_that_makes_no_sense_is_one_clear_error(int requests, int confidence, int p99, int limit)
    {
        var budget = new Budget
        {
            MinimumRequests = requests,
            ConfidencePercent = confidence,
            P99Percent = p99,
            HardLimitPercent = limit,
        };

        FluentActions
            .Invoking((Some.Environment with { Strategy = s_strategy with { Budget = budget } }).Require)
            .Should()
            .Throw<DeliveryException>();
        FluentActions
            .Invoking((Some.Environment with { Strategy = new BlueGreen { Budget = budget } }).Require)
            .Should()
            .Throw<DeliveryException>();
    }

    static bool IsGradual(Step step) => step is Shift or Bake;

    static IReadOnlyList<Step> Steps(Purpose purpose, World world) =>
        s_strategy.Plan(purpose, world, Some.V2, Some.Environment);
}
