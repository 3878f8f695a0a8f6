using System.Text;
using TinyGallery.Api.Observability;

namespace TinyGallery.UnitTests.Observability;

public sealed class PrometheusTextTests
{
    [Theory]
    [InlineData("http.requests", null, "http_requests_total")]
    [InlineData("http.request-time", "s", "http_request_time_seconds_total")]
    [InlineData("9lives", null, "_9lives_total")]
    [InlineData("größe", null, "gr__e_total")]
    public void A_name_has_only_what_is_allowed(string instrument, string? unit, string expected)
    {
        PrometheusText.Name(instrument, unit, SeriesType.Counter).Should().Be(expected);
    }

    [Fact]
    public void Only_counters_end_in_total()
    {
        PrometheusText.Name("a", null, SeriesType.Gauge).Should().Be("a");
        PrometheusText.Name("a", "s", SeriesType.Histogram).Should().Be("a_seconds");
    }

    [Fact]
    public void Label_values_are_escaped()
    {
        var text = new StringBuilder();

        PrometheusText.WriteSample(text, "a", [new("path", "C:\\x \"y\"\nz")], 1);

        text.ToString().Should().Be("a{path=\"C:\\\\x \\\"y\\\"\\nz\"} 1\n");
    }

    [Fact]
    public void Help_is_escaped_but_keeps_its_quotes()
    {
        var text = new StringBuilder();

        PrometheusText.WriteHead(text, "a", "one\\two\n\"three\"", SeriesType.Gauge);

        text.ToString().Should().Be("# HELP a one\\\\two\\n\"three\"\n# TYPE a gauge\n");
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(0.0025, "0.0025")]
    [InlineData(1e21, "1E+21")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_are_written_as_go_reads_them(double value, string expected)
    {
        PrometheusText.Number(value).Should().Be(expected);
    }
}
