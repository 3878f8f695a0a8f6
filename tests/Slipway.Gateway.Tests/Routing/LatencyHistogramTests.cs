using FsCheck;
using FsCheck.Fluent;
using Slipway.Gateway.Routing;

namespace Slipway.Gateway.Tests.Routing;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Nothing_measured_is_all_zero()
    {
        var summary = new LatencyHistogram().Summary();

        (summary.Count, summary.P50, summary.P99, summary.Max).Should().Be((0, 0, 0, 0));
        summary.Buckets.Should().BeEmpty();
    }

    [Fact]
    public void A_latency_lies_just_below_the_bound_of_its_bucket() =>
        Prop.ForAll(
                Gen.Choose(64, 134_000_000).ToArbitrary(),
                microseconds =>
                {
                    var histogram = new LatencyHistogram();
                    histogram.Record(TimeSpan.FromMicroseconds(microseconds));
                    var bound = histogram.Summary().Buckets.Single().UpTo * 1000;
                    return microseconds < bound && microseconds >= bound / 1.126;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_percentile_bounds_its_share_of_the_requests() =>
        Prop.ForAll(
                Gen.Choose(1, 1_000_000).NonEmptyListOf().ToArbitrary(),
                latencies =>
                {
                    var histogram = new LatencyHistogram();
                    foreach (var microseconds in latencies)
                        histogram.Record(TimeSpan.FromMicroseconds(microseconds));
                    var summary = histogram.Summary();
                    var within = latencies.Count(each => each / 1000.0 <= summary.P95);
                    return within >= latencies.Count * 0.95
                        && summary.Count == latencies.Count
                        && summary.Max.Equals(latencies.Max() / 1000.0)
                        && summary.P50 <= summary.P95
                        && summary.P95 <= summary.P99;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(1e12)]
    public void No_latency_is_out_of_bounds(double microseconds)
    {
        var histogram = new LatencyHistogram();

        histogram.Record(TimeSpan.FromMicroseconds(microseconds));

        histogram.Summary().Count.Should().Be(1);
    }
}
