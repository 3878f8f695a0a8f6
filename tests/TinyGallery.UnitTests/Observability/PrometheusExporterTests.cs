using System.Diagnostics.Metrics;
using TinyGallery.Api.Observability;

namespace TinyGallery.UnitTests.Observability;

public sealed class PrometheusExporterTests : IDisposable
{
    readonly Meter _meter = new("test");

    [Fact]
    public void A_counter_adds_up_for_each_set_of_labels()
    {
        using var exporter = new PrometheusExporter(_meter);
        var counter = _meter.CreateCounter<long>("requests", description: "Requests.");

        counter.Add(1, new KeyValuePair<string, object?>("status", 200));
        counter.Add(2, new KeyValuePair<string, object?>("status", 200));
        counter.Add(5, new KeyValuePair<string, object?>("status", 404));

        exporter
            .Export()
            .Should()
            .Be(
                """
                # HELP requests_total Requests.
                # TYPE requests_total counter
                requests_total{status="200"} 3
                requests_total{status="404"} 5

                """
            );
    }

    [Fact]
    public void A_histogram_counts_what_is_less_or_equal_to_each_bound()
    {
        using var exporter = new PrometheusExporter(_meter);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] };
        var histogram = _meter.CreateHistogram("wait", "s", "Waiting.", tags: null, advice);

        foreach (var value in (double[])[0.5, 1, 1.5, 9])
            histogram.Record(value);

        exporter
            .Export()
            .Should()
            .Be(
                """
                # HELP wait_seconds Waiting.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="1"} 2
                wait_seconds_bucket{le="2"} 3
                wait_seconds_bucket{le="+Inf"} 4
                wait_seconds_sum 12
                wait_seconds_count 4

                """
            );
    }

    [Fact]
    public void A_gauge_that_is_observed_has_its_last_value()
    {
        using var exporter = new PrometheusExporter(_meter);
        var value = 1;
        _meter.CreateObservableGauge("level", () => value, description: "Level.");

        exporter.Export().Should().EndWith("level 1\n");
        value = 7;
        exporter.Export().Should().EndWith("level 7\n");
    }

    [Fact]
    public void Another_meter_of_the_same_name_is_not_listened_to()
    {
        using var other = new Meter("test");
        using var exporter = new PrometheusExporter(_meter);

        other.CreateCounter<long>("requests").Add(1);

        exporter.Export().Should().BeEmpty();
    }

    [Fact]
    public void An_instrument_that_would_be_exported_wrongly_is_refused()
    {
        using var exporter = new PrometheusExporter(_meter);

        FluentActions.Invoking(() => _meter.CreateHistogram<long>("sizes")).Should().Throw<NotSupportedException>();
    }

    public void Dispose() => _meter.Dispose();
}
