using Slipway.Supervisor.Logs;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests.Logs;

public sealed class LogRotationTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_small_log_is_left_alone()
    {
        var log = _directory.Write("a.log", "123");

        LogRotation.RotateIfLarge(log, maxBytes: 4);

        File.ReadAllText(log).Should().Be("123");
        Directory.GetFiles(_directory.Path).Should().ContainSingle();
    }

    [Fact]
    public void A_missing_log_is_not_made()
    {
        LogRotation.RotateIfLarge(_directory["a.log"], maxBytes: 0);

        Directory.GetFiles(_directory.Path).Should().BeEmpty();
    }

    [Fact]
    public void A_log_that_a_process_keeps_open_goes_on_in_the_emptied_file()
    {
        var log = _directory["a.log"];
        using var open = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        open.Write("before"u8);
        open.Flush();

        LogRotation.RotateIfLarge(log, maxBytes: 6);

        File.ReadAllText(log + ".1").Should().Be("before");
        new FileInfo(log).Length.Should().Be(0);
    }

    [Fact]
    public void Five_older_files_are_kept()
    {
        var log = _directory["a.log"];
        for (var round = 1; round <= 8; round++)
        {
            File.WriteAllText(log, $"round {round}");
            LogRotation.RotateIfLarge(log, maxBytes: 1);
        }

        Directory.GetFiles(_directory.Path).Should().HaveCount(1 + LogRotation.Kept);
        File.ReadAllText(log + ".1").Should().Be("round 8");
        File.ReadAllText(log + ".5").Should().Be("round 4");
    }
}
