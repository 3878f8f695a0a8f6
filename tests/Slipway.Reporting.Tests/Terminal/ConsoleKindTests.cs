using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Tests.Terminal;

public class ConsoleKindTests
{
    [Theory]
    [InlineData(false, "", "", true)]
    [InlineData(true, "", "", false)]
    [InlineData(false, "NO_COLOR", "1", false)]
    [InlineData(false, "NO_COLOR", "", true)]
    [InlineData(false, "CI", "true", false)]
    [InlineData(false, "TERM", "dumb", false)]
    [InlineData(false, "TERM", "xterm-256color", true)]
    public void Only_a_terminal_that_wants_it_is_live(bool redirected, string variable, string value, bool live) =>
        ConsoleKind.IsLive(redirected, name => name == variable ? value : null).Should().Be(live);

    [Fact]
    public void Under_a_test_runner_the_sink_is_plain()
    {
        using var sink = ConsoleKind.SinkForConsole(TimeProvider.System);

        sink.Should().BeOfType<PlainProgress>();
    }
}
