using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Tests.Gates;

public sealed class WindowTests
{
    static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;

    static readonly SlotStatistics s_first = new(s_start, 100, 3, [new(1, 60), new(2, 40)]);

    [Fact]
    public void It_is_the_difference_of_two_readings() =>
        Window
            .Between(s_first, new SlotStatistics(s_start, 150, 4, [new(1, 60), new(2, 80), new(4, 10)]))
            .Should()
            .BeEquivalentTo(new Window(50, 1, [new(2, 40), new(4, 10)]));

    [Fact]
    public void It_begins_at_the_start_of_the_front_door_when_that_was_in_between() =>
        Window
            .Between(s_first, new SlotStatistics(s_start.AddSeconds(1), 150, 4, [new(1, 150)]))
            .Should()
            .BeEquivalentTo(new Window(150, 4, [new(1, 150)]));

    [Fact]
    public void A_percentile_is_the_upper_bound_of_the_bucket_of_its_rank()
    {
        var window = new Window(100, 0, [new(1, 98), new(2, 1), new(50, 1)]);

        window.Percentile(0.98).Should().Be(1);
        window.Percentile(0.99).Should().Be(2);
        window.Percentile(1).Should().Be(50);
        new Window(0, 0, []).Percentile(0.99).Should().Be(0);
    }

    [Fact]
    public void Nothing_has_no_errors() => new Window(0, 0, []).ErrorRate.Should().Be(0);
}
