namespace Slipway.Reporting.Tests;

public class DurationTextTests
{
    [Theory]
    [InlineData(-3, "0.0 s")]
    [InlineData(0.04, "0.0 s")]
    [InlineData(9.94, "9.9 s")]
    [InlineData(9.96, "10 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.6, "1 min 00 s")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(3790, "1 h 03 min")]
    public void A_duration_reads_in_two_units_at_most(double seconds, string text) =>
        DurationText.Of(TimeSpan.FromSeconds(seconds)).Should().Be(text);
}
