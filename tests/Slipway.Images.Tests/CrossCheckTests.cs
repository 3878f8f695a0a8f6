using System.Text.Json;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>What other people's tools say of an image.</summary>
public class CrossCheckTests
{
    [SkippableFact]
    public async Task Tar_lists_the_layer()
    {
        await RequireAsync("tar");
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var layer = OciLayout.Open(directory["layout"]).BlobPath(image.LayerDigests[0]);

        var listed = await RunAsync("tar", "--list", "--verbose", "--numeric-owner", "--utc", "--file", layer);

        listed.Should().MatchRegex(@"drwxr-xr-x 0/0 +0 2026-01-02 03:04 app/\n");
        listed.Should().MatchRegex(@"-rwxr-xr-x 0/0 +\d+ 2026-01-02 03:04 app/run\.sh\n");
        listed.Should().MatchRegex(@"-rw-r--r-- 0/0 +\d+ 2026-01-02 03:04 app/Gallery\.dll\n");
    }

    [SkippableFact]
    public async Task Sha256sum_agrees_with_every_blobs_name()
    {
        await RequireAsync("sha256sum");
        using var directory = new TempDirectory();
        TestImage.Build(directory);

        var sums = await RunAsync("sha256sum", Directory.GetFiles(directory["layout/blobs/sha256"]));

        sums.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .HaveCount(3)
            .And.OnlyContain(line => line.EndsWith(line.Substring(0, 64), StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(LayerCompression.None)]
    [InlineData(LayerCompression.Gzip)]
    public async Task Skopeo_reads_and_copies_the_image(LayerCompression compression)
    {
        await RequireAsync("skopeo");
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory)) with { Compression = compression };
        var image = ImageBuilder.Build(spec, directory["layout"]);

        using var inspected = JsonDocument.Parse(
            await RunAsync("skopeo", "inspect", $"oci:{directory["layout"]}:gallery:1.2.3")
        );
        await RunAsync(
            "skopeo",
            "--insecure-policy",
            "copy",
            "--preserve-digests",
            $"oci:{directory["layout"]}",
            $"oci:{directory["copy"]}:copy"
        );

        inspected.RootElement.GetProperty("Digest").GetString().Should().Be(image.Digest.ToString());
        inspected.RootElement.GetProperty("Labels").GetProperty(Annotations.Version).GetString().Should().Be("1.2.3");
        OciLayout.Open(directory["copy"]).FindManifest("copy").Digest.Should().Be(image.Digest);
    }

    [SkippableFact]
    public async Task Umoci_unpacks_the_same_tree()
    {
        await RequireAsync("umoci");
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        var ours = store.Unpack(image.Digest, directory["ours"]).Root;

        await RunAsync(
            "umoci",
            "unpack",
            "--rootless",
            "--image",
            $"{directory["layout"]}:gallery:1.2.3",
            directory["theirs"]
        );

        Contents(directory["theirs/rootfs"]).Should().Equal(Contents(ours));
    }

    static IEnumerable<string> Contents(string root) =>
        DirectoryTree
            .Entries(root)
            .Select(entry =>
                entry.Name + (entry.Info is FileInfo ? Digest.Of(File.ReadAllBytes(entry.Info.FullName)) : "")
            );

    static async Task RequireAsync(string tool)
    {
        var found = await CommandLine.RunAsync("sh", ["-c", $"command -v {tool}"]);
        Servers.Require(found.ExitCode == 0, $"{tool} is not installed: apt-get install {tool}");
    }

    static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var result = await CommandLine.RunAsync(tool, arguments);
        result.ExitCode.Should().Be(0, result.All);
        return result.Output;
    }
}
