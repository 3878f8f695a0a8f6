using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>On a file system with no room for the image.</summary>
public class FullDiskTests
{
    [SkippableFact]
    public async Task A_full_disk_is_one_clear_error_and_leaves_nothing_half_written()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory));
        directory.Write("publish/large.bin", new string('x', 200_000));
        ImageBuilder.Build(spec, directory["layout"]);
        Directory.CreateDirectory(directory["disk"]);
        var mounted = await CommandLine.RunAsync(
            "mount",
            ["-t", "tmpfs", "-o", "size=128k", "tmpfs", directory["disk"]]
        );
        Skip.If(mounted.ExitCode != 0, "A small file system can be mounted by root only.");
        try
        {
            var store = new OciStore(directory["disk/store"]);

            FluentActions
                .Invoking(() => ImageBuilder.Build(spec, directory["disk/layout"]))
                .Should()
                .Throw<ImageException>()
                .WithMessage("The image gallery:1.2.3 could not be written to *: No space left*Check the disk*");
            store
                .Invoking(_ => store.Push(directory["layout"], TestImage.Reference))
                .Should()
                .Throw<ImageException>()
                .WithMessage("The image gallery:1.2.3 could not be pushed to *: No space left*Check the disk*");

            store.List().Should().BeEmpty();
            Directory.GetFiles(directory["disk/store/.incoming"]).Should().BeEmpty();
            Directory.GetFiles(directory["disk/layout/.incoming"]).Should().BeEmpty();
        }
        finally
        {
            await CommandLine.RunAsync("umount", [directory["disk"]]);
        }
    }
}
