using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.State;

public sealed class DiskTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public void A_directory_can_be_flushed() => Disk.Real.FlushDirectory(_directory.Path);

    [Fact]
    public void A_missing_directory_cannot_be_flushed() =>
        FluentActions
            .Invoking(() => Disk.Real.FlushDirectory(_directory["missing"]))
            .Should()
            .Throw<IOException>()
            .WithMessage("*missing*");

    [Fact]
    public void Appending_creates_the_file_and_adds_to_its_end()
    {
        var path = _directory["log"];

        Disk.Real.AppendFlushed(path, "one"u8);
        Disk.Real.AppendFlushed(path, "two"u8);
        Disk.Real.Truncate(path, 4);

        File.ReadAllText(path).Should().Be("onet");
    }

    [SkippableFact]
    public void A_full_device_is_an_error_and_not_a_loss()
    {
        Skip.IfNot(File.Exists("/dev/full"), "/dev/full is Linux's.");

        FluentActions
            .Invoking(() => Disk.Real.AppendFlushed("/dev/full", "x"u8))
            .Should()
            .Throw<IOException>()
            .WithMessage("No space left on device*");
    }

    public void Dispose() => _directory.Dispose();
}
