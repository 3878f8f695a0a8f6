using System.Globalization;
using Slipway.Platforms.Local.Logs;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Logs;

public sealed class LogTailTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public void A_missing_log_has_no_lines() => LogTail.Of(_directory["none.log"]).Should().BeEmpty();

    [Fact]
    public void A_short_log_is_shown_whole() =>
        LogTail.Of(_directory.Write("short.log", "one\ntwo\n")).Should().Equal("one", "two");

    [Fact]
    public void Of_a_long_log_the_last_twenty_whole_lines_are_shown()
    {
        var lines = Enumerable.Range(1, 5000).Select(line => line.ToString("D40", CultureInfo.InvariantCulture));
        var log = _directory.Write("long.log", string.Join('\n', lines));

        LogTail.Of(log).Should().HaveCount(20).And.OnlyContain(line => line.Length == 40);
        LogTail.Of(log)[^1].Should().EndWith("5000");
    }

    public void Dispose() => _directory.Dispose();
}
