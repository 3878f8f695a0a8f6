using System.Text;
using Slipway.Gateway.Logging;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.Logging;

public sealed class AccessLogTests : IDisposable
{
    static readonly AccessRecord Record = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        "GET",
        "/a/b",
        200,
        TimeSpan.FromMilliseconds(12.34),
        "blue"
    );

    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    static string Line(AccessRecord record)
    {
        var line = new StringBuilder();
        record.AppendTo(line);
        return line.ToString();
    }

    [Fact]
    public void A_line_has_time_method_path_status_milliseconds_and_slot() =>
        Line(Record).Should().Be("2026-01-02T03:04:05.678Z GET /a/b 200 12.3 blue\n");

    [Theory]
    [InlineData("/a?token=secret", "/a")]
    [InlineData("/a\nb c\u007f\u00e9", "/a_b_c__")]
    [InlineData("*", "*")]
    public void Neither_a_query_nor_a_control_character_gets_in(string target, string path) =>
        Line(Record with { Target = target }).Should().Contain($" GET {path} 200 ");

    [Fact]
    public void An_endless_path_is_cut() =>
        Line(Record with { Target = new string('a', 100_000) }).Length.Should().BeLessThan(2200);

    [Fact]
    public async Task Everything_is_written_when_it_is_closed()
    {
        await using (var log = new AccessLog(_directory["logs/access.log"], TimeProvider.System))
        {
            for (var line = 0; line < 1000; line++)
                log.Write(Record);
        }

        File.ReadAllLines(_directory["logs/access.log"]).Should().HaveCount(1000);
    }

    [Fact]
    public async Task A_large_log_is_moved_aside()
    {
        var path = _directory.Write("access.log", "old");
        await using (var log = new AccessLog(path, TimeProvider.System, maxBytes: 3))
            log.Write(Record);

        File.ReadAllText(path + ".1").Should().Be("old");
        File.ReadAllLines(path).Should().ContainSingle();
    }

    [Fact]
    public async Task Lines_that_a_failing_disk_lost_are_counted()
    {
        var path = _directory["access.log"];
        Directory.CreateDirectory(path);
        var time = new ManualTime();
        await using (var log = new AccessLog(path, time))
        {
            log.Write(Record);
            await Wait.UntilAsync(
                () =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return log.Lost == 1;
                },
                "the line is lost"
            );
            Directory.Delete(path);
            log.Write(Record);
        }

        var lines = File.ReadAllLines(path);
        lines.Should().HaveCount(2);
        lines[0].Should().EndWith(" - 1 lines lost");
    }
}
