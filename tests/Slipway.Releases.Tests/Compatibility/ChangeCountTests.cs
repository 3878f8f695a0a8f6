using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class ChangeCountTests
{
    [Theory]
    [InlineData(0, 0, "no change")]
    [InlineData(1, 0, "1 change, not breaking")]
    [InlineData(1, 1, "1 breaking change")]
    [InlineData(2, 0, "2 changes, none of them breaking")]
    [InlineData(3, 2, "3 changes, 2 of them breaking")]
    public void Changes_are_counted_in_words(int changes, int breaking, string text) =>
        ChangeCount.Of(changes, breaking).Should().Be(text);
}
