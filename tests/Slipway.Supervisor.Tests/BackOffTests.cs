using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Supervisor.Tests;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.2)]
    [InlineData(5, 1.6)]
    [InlineData(9, 25.6)]
    [InlineData(10, 30)]
    [InlineData(int.MaxValue, 30)]
    public void The_delay_doubles_up_to_half_a_minute(int failures, double seconds) =>
        BackOff.Delay(failures, random: 0.5).TotalSeconds.Should().BeApproximately(seconds, 1e-6);

    [Fact]
    public void The_spread_is_a_fifth_either_way() =>
        Prop.ForAll(
                Gen.Choose(1, 100).ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (failures, thousandths) =>
                {
                    var middle = BackOff.Delay(failures, 0.5);
                    var delay = BackOff.Delay(failures, thousandths / 1000.0);
                    return delay >= middle * 0.799 && delay <= middle * 1.201;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_process_that_ran_well_starts_over()
    {
        BackOff.Failures(before: 7, BackOff.StableAfter).Should().Be(1);
        BackOff.Failures(before: 7, BackOff.StableAfter - TimeSpan.FromTicks(1)).Should().Be(8);
    }
}
