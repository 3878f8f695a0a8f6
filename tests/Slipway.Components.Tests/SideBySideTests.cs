namespace Slipway.Components.Tests;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(1, 64, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 8, 2)]
    [InlineData(4, 8, 2)]
    [InlineData(4, 16, 4)]
    [InlineData(32, 128, 4)]
    public void A_machine_carries_one_for_each_processor_that_has_the_memory(int cores, long gibibytes, int atOnce)
    {
        // A machine of 8 GiB never has all of them.
        SideBySide.AtOnce(cores, (gibibytes << 30) - (400L << 20)).Should().Be(atOnce);
    }

    [Fact]
    public async Task As_many_as_allowed_run_at_once_begun_in_their_order_and_answered_in_it()
    {
        var begun = new List<int>();
        var running = 0;
        using var both = new Barrier(2);

        var answers = await SideBySide.RunAsync(
            [1, 2, 3, 4],
            atOnce: 2,
            one =>
            {
                lock (begun)
                    begun.Add(one);
                Interlocked.Increment(ref running).Should().BeLessThanOrEqualTo(2);
                both.SignalAndWait(TimeSpan.FromSeconds(30)).Should().BeTrue("another one runs at the same time");
                Interlocked.Decrement(ref running);
                return one * 10;
            }
        );

        answers.Should().Equal(10, 20, 30, 40);
        begun.Take(2).Should().BeEquivalentTo([1, 2]);
        begun.Skip(2).Should().BeEquivalentTo([3, 4]);
    }

    [Fact]
    public async Task One_that_throws_ends_none_of_the_others()
    {
        var ended = new List<int>();
        var running = () =>
            SideBySide.RunAsync(
                [1, 2, 3],
                atOnce: 1,
                one =>
                {
                    ended.Add(one);
                    return one == 2 ? throw new BuildException("no such file") : one;
                }
            );

        await running.Should().ThrowAsync<BuildException>().WithMessage("no such file");
        ended.Should().Equal(1, 2, 3);
    }
}
