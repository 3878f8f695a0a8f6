using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Tests.Gates;

public sealed class BudgetGateTests
{
    static readonly Budget s_budget = new();

    static readonly Window s_old = new(9000, 9, [new(10, 8000), new(20, 940), new(50, 60)]);

    [Fact]
    public void A_slot_like_the_old_one_meets_it_and_the_numbers_are_said()
    {
        var verdict = BudgetGate.Judge(new Window(1000, 1, [new(10, 889), new(20, 104), new(50, 7)]), s_old, s_budget);

        verdict
            .Should()
            .BeOfType<Met>()
            .Which.Evidence.Should()
            .StartWith(
                "new 1000 requests, 1 errors (0.1 %), p99 20 ms; old 9000 requests, 9 errors (0.1 %), p99 20 ms; p"
            );
    }

    [Fact]
    public void More_errors_exceed_it() =>
        BudgetGate
            .Judge(new Window(1000, 12, [new(10, 1000)]), s_old, s_budget)
            .Should()
            .BeOfType<Exceeded>()
            .Which.Evidence.Should()
            .Be(
                "more errors (p <0.0001): new 1000 requests, 12 errors (1.2 %), p99 10 ms; "
                    + "old 9000 requests, 9 errors (0.1 %), p99 20 ms"
            );

    [Fact]
    public void One_error_of_a_hundred_requests_is_chance() =>
        BudgetGate
            .Judge(new Window(100, 1, [new(10, 100)]), s_old with { Errors = 0 }, s_budget)
            .Should()
            .BeOfType<Met>();

    [Fact]
    public void A_slot_that_is_slower_throughout_exceeds_it() =>
        BudgetGate
            .Judge(new Window(1000, 1, [new(40, 1000)]), s_old, s_budget)
            .Should()
            .BeOfType<Exceeded>()
            .Which.Evidence.Should()
            .StartWith("slower (p <0.0001) and its p99 beyond 150 % of the old");

    [Fact]
    public void A_slot_that_is_slow_at_times_exceeds_it_though_most_of_its_requests_are_fast() =>
        BudgetGate
            .Judge(new Window(1000, 1, [new(10, 970), new(500, 30)]), s_old, s_budget)
            .Should()
            .BeOfType<Exceeded>()
            .Which.Evidence.Should()
            .StartWith("more requests beyond 150 % of the old p99 (p <0.0001)");

    [Fact]
    public void A_slot_that_is_slower_within_the_limit_meets_it() =>
        BudgetGate.Judge(new Window(1000, 1, [new(25, 1000)]), s_old, s_budget).Should().BeOfType<Met>();

    [Fact]
    public void One_slow_request_of_a_hundred_is_chance() =>
        BudgetGate
            .Judge(new Window(100, 0, [new(10, 98), new(900, 2)]), s_old, s_budget)
            .Should()
            .BeOfType<Met>("of so few the p99 is the second slowest");

    [Theory]
    [InlineData(99, 9000)]
    [InlineData(9000, 99)]
    [InlineData(0, 0)]
    public void Too_few_requests_are_not_judged(long ours, long theirs) =>
        BudgetGate
            .Judge(new Window(ours, ours, []), new Window(theirs, 0, []), s_budget)
            .Should()
            .BeOfType<NotJudged>()
            .Which.Evidence.Should()
            .EndWith("100 are needed to judge");

    [Fact]
    public void The_hard_limit_is_in_percentage_points_above_the_old_slot_and_needs_its_requests_too()
    {
        var faulty = s_old with { Requests = 100, Errors = 50 };

        BudgetGate.BeyondHardLimit(new Window(100, 25, []), s_old with { Errors = 0 }, s_budget).Should().NotBeNull();
        BudgetGate.BeyondHardLimit(new Window(100, 24, []), s_old with { Errors = 0 }, s_budget).Should().BeNull();
        BudgetGate.BeyondHardLimit(new Window(100, 74, []), faulty, s_budget).Should().BeNull();
        BudgetGate.BeyondHardLimit(new Window(99, 99, []), s_old, s_budget).Should().BeNull();
        BudgetGate.BeyondHardLimit(new Window(100, 100, []), new Window(0, 0, []), s_budget).Should().NotBeNull();
    }

    [Fact]
    public void No_window_exceeds_itself()
    {
        Prop.ForAll(
                Windows().ToArbitrary(),
                window =>
                {
                    BudgetGate.Judge(window, window, s_budget).Should().NotBeOfType<Exceeded>();
                    BudgetGate.BeyondHardLimit(window, window, s_budget).Should().BeNull();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void More_errors_never_turn_a_slot_that_exceeds_it_into_one_that_meets_it()
    {
        Prop.ForAll(
                Windows().ToArbitrary(),
                Windows().ToArbitrary(),
                Gen.Choose(0, 50).ToArbitrary(),
                (window, reference, more) =>
                {
                    var worse = window with { Errors = Math.Min(window.Requests, window.Errors + more) };
                    if (BudgetGate.Judge(window, reference, s_budget) is Exceeded)
                        BudgetGate.Judge(worse, reference, s_budget).Should().BeOfType<Exceeded>();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sound_revisions_are_called_bad_no_more_often_than_the_confidence_allows()
    {
        // Both slots answer alike: 1 % errors, and latencies with a long tail.
        var random = new Random(20260101);
        var budget = new Budget { ConfidencePercent = 90, P99Percent = 100 };
        const int Bakes = 2000;

        var bad = Enumerable
            .Range(0, Bakes)
            .Count(_ => BudgetGate.Judge(Sampled(random, 300), Sampled(random, 3000), budget) is Exceeded);

        bad.Should().BeInRange(1, Bakes / 10);
    }

    static Window Sampled(Random random, int requests)
    {
        var latency = Enumerable
            .Range(0, requests)
            .Select(_ => Math.Ceiling(-20 * Math.Log(1 - random.NextDouble())))
            .GroupBy(milliseconds => milliseconds)
            .OrderBy(bucket => bucket.Key)
            .Select(bucket => new LatencyBucket(bucket.Key, bucket.Count()));
        return new Window(requests, Enumerable.Range(0, requests).Count(_ => random.NextDouble() < 0.01), [.. latency]);
    }

    static Gen<Window> Windows() =>
        from counts in Gen.Choose(0, 2000).ArrayOf(6)
        from share in Gen.Choose(0, 100)
        let requests = counts.Sum()
        select new Window(
            requests,
            requests * share / 1000,
            [.. counts.Select((count, index) => new LatencyBucket(1 << index, count)).Where(bucket => bucket.Count > 0)]
        );
}
