using Nuke.Common.Execution;

// Not …Tests.Output: that would hide the type of that name from all other tests.
namespace Nuke.Common.Tests.Writing;

public class SummaryTests
{
    [Theory]
    [InlineData(0.4, "< 1sec")]
    [InlineData(1, "0:01")]
    [InlineData(65, "1:05")]
    [InlineData(600, "10:00")]
    [InlineData(3_725, "62:05")]
    public void Durations_are_minutes_and_seconds(double seconds, string text) =>
        Summary.Format(TimeSpan.FromSeconds(seconds)).Should().Be(text);
}
