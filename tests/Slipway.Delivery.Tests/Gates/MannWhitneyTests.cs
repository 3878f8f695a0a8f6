using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Tests.Gates;

public sealed class MannWhitneyTests
{
    /// <summary>
    /// Permeability of membranes at term and at 12 to 26 weeks: Hollander and Wolfe, the example of R's wilcox.test,
    /// where W is 35; the p-value is R's with <c>exact = FALSE, correct = TRUE</c>.
    /// </summary>
    [Fact]
    public void It_agrees_with_the_published_example() =>
        MannWhitney
            .IsSlower(
                Each(0.73, 0.80, 0.83, 1.04, 1.38, 1.45, 1.46, 1.64, 1.89, 1.91),
                Each(0.74, 0.88, 0.90, 1.15, 1.21)
            )
            .Should()
            .BeApproximately(0.12231180, 1e-6);

    [Fact]
    public void Ties_count_half_and_make_the_variance_smaller()
    {
        // Counted pair by pair: U is 2825.
        LatencyBucket[] slow = [new(1, 10), new(2, 20), new(3, 15), new(4, 5)];
        LatencyBucket[] fast = [new(1, 30), new(2, 40), new(3, 20), new(4, 10)];

        MannWhitney.IsSlower(slow, fast).Should().BeApproximately(0.0867370, 1e-6);
        MannWhitney.IsSlower(fast, slow).Should().BeApproximately(0.9139238, 1e-6);
    }

    [Fact]
    public void Thousands_of_requests_make_a_small_difference_certain() =>
        MannWhitney
            .IsSlower(
                [new LatencyBucket(2, 300), new LatencyBucket(4, 500), new LatencyBucket(8, 200)],
                [new LatencyBucket(2, 3500), new LatencyBucket(4, 4800), new LatencyBucket(8, 1700)]
            )
            .Should()
            .BeApproximately(0.00025831, 1e-6);

    [Fact]
    public void Where_there_is_nothing_to_compare_nothing_is_slower()
    {
        LatencyBucket[] one = [new(5, 100)];

        MannWhitney.IsSlower([], one).Should().Be(1);
        MannWhitney.IsSlower(one, []).Should().Be(1);
        MannWhitney.IsSlower(one, one).Should().Be(1);
    }

    static LatencyBucket[] Each(params double[] values) => [.. values.Select(value => new LatencyBucket(value, 1))];
}
