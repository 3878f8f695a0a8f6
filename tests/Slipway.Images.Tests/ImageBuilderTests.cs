using System.Text.Json;
using Slipway.Testing;

namespace Slipway.Images.Tests;

public class ImageBuilderTests
{
    [Fact]
    public void Two_builds_in_two_directories_have_one_digest()
    {
        using var left = new TempDirectory();
        using var right = new TempDirectory();

        TestImage.Build(left).Digest.Should().Be(TestImage.Build(right).Digest);
    }

    [Fact]
    public void Another_content_has_another_digest()
    {
        using var directory = new TempDirectory();

        TestImage.Build(directory, "a", "one").Digest.Should().NotBe(TestImage.Build(directory, "b", "two").Digest);
    }

    [Fact]
    public void The_tag_is_not_part_of_the_digest()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory));
        var other = spec with { Reference = ImageReference.Parse("registry.example:5000/other:x") };

        ImageBuilder.Build(other, directory["b"]).Digest.Should().Be(ImageBuilder.Build(spec, directory["a"]).Digest);
    }

    [Fact]
    public void The_configuration_says_how_to_run_it_and_what_it_is()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);

        using var json = JsonDocument.Parse(File.ReadAllText(Blob(directory["layout"], image.ConfigDigest)));
        var config = json.RootElement.GetProperty("config");

        json.RootElement.GetProperty("created").GetString().Should().Be("2026-01-02T03:04:05Z");
        config.GetProperty("User").GetString().Should().Be("64198");
        config.GetProperty("WorkingDir").GetString().Should().Be("/app");
        config.GetProperty("Entrypoint").ToString().Should().Be("""["/app/Gallery","serve"]""");
        config.GetProperty("Env").ToString().Should().Be("""["A=1","B=2"]""");
        config.GetProperty("ExposedPorts").ToString().Should().Be("""{"8080/tcp":{}}""");
        config
            .GetProperty("Healthcheck")
            .ToString()
            .Should()
            .Be(
                """{"Test":["CMD","/app/Gallery","health"],"Interval":10000000000,"Timeout":5000000000,"StartPeriod":10000000000,"Retries":3}"""
            );
        config
            .GetProperty("Labels")
            .ToString()
            .Should()
            .Be(
                """{"dev.slipway.app-layer-only":"true","org.opencontainers.image.created":"2026-01-02T03:04:05Z","""
                    + """ "org.opencontainers.image.revision":"0123456789012345678901234567890123456789",""".TrimStart()
                    + """ "org.opencontainers.image.source":"https://example.org/gallery","org.opencontainers.image.title":"Gallery",""".TrimStart()
                    + """ "org.opencontainers.image.version":"1.2.3"}""".TrimStart()
            );
    }

    [Fact]
    public void Every_blob_is_named_by_its_content_and_nothing_else_is_left()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);

        var blobs = Directory.GetFiles(directory["layout/blobs/sha256"]);

        blobs
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo(
                image.LayerDigests.Append(image.ConfigDigest).Append(image.Digest).Select(digest => digest.Hex)
            );
        blobs.Should().OnlyContain(path => Digest.Of(File.ReadAllBytes(path)).Hex == Path.GetFileName(path));
        Directory.GetFiles(directory["layout/.incoming"]).Should().BeEmpty();
        new FileInfo(Blob(directory["layout"], image.Digest)).Length.Should().Be(image.ManifestSize);
        image.LayersSize.Should().BePositive();
    }

    [Fact]
    public void A_new_build_replaces_the_layouts_image()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory));
        ImageBuilder.Build(spec, directory["layout"]);

        var second = ImageBuilder.Build(spec with { Version = "2.0.0" }, directory["layout"]);

        OciLayout.Open(directory["layout"]).FindManifest().Digest.Should().Be(second.Digest);
        Directory.GetFiles(directory["layout/blobs/sha256"]).Should().HaveCount(3);
    }

    [Fact]
    public void A_compressed_layer_has_the_same_diff_id()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory));
        var plain = ImageBuilder.Build(spec, directory["plain"]);
        var zipped = ImageBuilder.Build(spec with { Compression = LayerCompression.Gzip }, directory["zipped"]);

        DiffIds(directory["zipped"]).Should().Equal(DiffIds(directory["plain"]));
        DiffIds(directory["plain"]).Should().Equal(plain.LayerDigests);
        zipped.LayersSize.Should().BeLessThan(plain.LayersSize);
        zipped.Layers.Should().ContainSingle().Which.MediaType.Should().EndWith("+gzip");
    }

    [Fact]
    public void A_failed_build_leaves_the_former_image()
    {
        using var directory = new TempDirectory();
        var former = TestImage.Build(directory);
        var files = DirectoryTree.Entries(directory["layout"]).Select(entry => entry.Name).ToList();
        var broken = TestImage.Spec(directory["missing"]);

        FluentActions.Invoking(() => ImageBuilder.Build(broken, directory["layout"])).Should().Throw<ImageException>();

        OciLayout.Open(directory["layout"]).FindManifest().Digest.Should().Be(former.Digest);
        DirectoryTree.Entries(directory["layout"]).Select(entry => entry.Name).Should().Equal(files);
    }

    [Fact]
    public void A_cancelled_build_leaves_the_former_image()
    {
        using var directory = new TempDirectory();
        var former = TestImage.Build(directory);

        FluentActions
            .Invoking(() =>
                ImageBuilder.Build(
                    TestImage.Spec(directory["publish-layout"]) with
                    {
                        Version = "2.0.0",
                    },
                    directory["layout"],
                    new CancellationToken(canceled: true)
                )
            )
            .Should()
            .Throw<OperationCanceledException>();

        OciLayout.Open(directory["layout"]).FindManifest().Digest.Should().Be(former.Digest);
    }

    [Fact]
    public void What_a_killed_build_left_is_removed_by_the_next()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        directory.Write("layout/.incoming/half", "half a layer");

        TestImage.Build(directory);

        Directory.GetFiles(directory["layout/.incoming"]).Should().BeEmpty();
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        directory.Write("file", "");
        var spec = TestImage.Spec(TestImage.Publish(directory));

        FluentActions
            .Invoking(() => ImageBuilder.Build(spec, directory["file/layout"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("The image gallery:1.2.3 could not be written to *file/layout: *Check the disk*");
    }

    static IReadOnlyList<Digest> DiffIds(string layout)
    {
        var open = OciLayout.Open(layout);
        return open.ReadConfiguration(open.ReadManifest(open.FindManifest())).RootFileSystem.DiffIds;
    }

    static string Blob(string layout, Digest digest) => OciLayout.Open(layout).BlobPath(digest);
}
