using Slipway.Testing;

namespace Slipway.Images.Tests;

public class BaseImageTests
{
    [Fact]
    public void The_application_lies_on_top_of_the_base()
    {
        using var directory = new TempDirectory();
        var basis = TestImage.Build(directory, "base", "base");
        var image = Build(directory, new BaseImage(directory["base"]));

        image.LayerDigests.Should().HaveCount(2);
        image.LayerDigests[0].Should().Be(basis.LayerDigests[0]);
        var layout = OciLayout.Open(directory["layout"]);
        var manifest = layout.ReadManifest(layout.FindManifest());
        manifest.Annotations.Should().Contain(Annotations.BaseDigest, basis.Digest.ToString());
        manifest.Annotations.Should().NotContainKey(Annotations.AppLayerOnly);
        layout.ReadConfiguration(manifest).RootFileSystem.DiffIds.Should().Equal(image.LayerDigests);
        layout.ReadConfiguration(manifest).History.Should().HaveCount(2);
    }

    [Fact]
    public void What_the_application_says_wins_over_the_base()
    {
        using var directory = new TempDirectory();
        TestImage.FromLayers(directory["base"], new byte[1024]);
        Build(directory, new BaseImage(directory["base"]));

        var layout = OciLayout.Open(directory["layout"]);
        var config = layout.ReadConfiguration(layout.ReadManifest(layout.FindManifest())).Config!;

        config.User.Should().Be("64198");
        config.Env.Should().Equal("PATH=/usr/bin", "A=1", "B=2");
        config.Entrypoint.Should().Equal("/app/Gallery", "serve");
    }

    [Fact]
    public void From_an_image_for_several_platforms_linux_on_amd64_is_taken()
    {
        using var directory = new TempDirectory();
        var wanted = MultiPlatform(directory["base"], "arm64", "amd64");

        Build(directory, new BaseImage(directory["base"])).LayerDigests[0].Should().Be(wanted["amd64"]);
    }

    [Fact]
    public void A_base_without_linux_on_amd64_is_refused_saying_what_it_has()
    {
        using var directory = new TempDirectory();
        MultiPlatform(directory["base"], "arm64", "s390x");

        Failing(directory, new BaseImage(directory["base"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*no image for linux/amd64. It has: linux/arm64, linux/s390x.");
    }

    [Fact]
    public void A_reference_chooses_among_the_images_of_a_layout()
    {
        using var directory = new TempDirectory();
        var first = TestImage.Build(directory, "first", "one");
        TestImage.Build(directory, "second", "two");
        var store = new OciStore(directory["base"]);
        store.Push(directory["first"], ImageReference.Parse("runtime:10"));
        store.Push(directory["second"], ImageReference.Parse("runtime:11"));

        var image = Build(directory, BaseImage.Parse(directory["base"] + ":runtime:10"));

        image.LayerDigests[0].Should().Be(first.LayerDigests[0]);
        Failing(directory, BaseImage.Parse(directory["base"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*has 2 images; say which. It has: runtime:10, runtime:11.");
        Failing(directory, BaseImage.Parse(directory["base"] + ":runtime:9"))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*has 0 images named 'runtime:9'*");
    }

    [Fact]
    public void A_base_that_is_no_layout_is_refused()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["empty"]);

        Failing(directory, BaseImage.Parse(directory["empty"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*empty is not an OCI image layout*");
        FluentActions
            .Invoking(() => BaseImage.Parse(directory["none:latest"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("The base image '*none:latest' is not there*");
    }

    [Fact]
    public void A_damaged_base_layer_is_refused()
    {
        using var directory = new TempDirectory();
        var basis = TestImage.Build(directory, "base");
        File.AppendAllText(OciLayout.Open(directory["base"]).BlobPath(basis.LayerDigests[0]), "x");

        Failing(directory, new BaseImage(directory["base"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*is damaged*");
    }

    [Fact]
    public void A_base_whose_configuration_names_other_layers_is_refused()
    {
        using var directory = new TempDirectory();
        using (var change = OciLayout.Change(directory["base"], CancellationToken.None))
            TestImage.FromDescriptors(change, [], [Digest.Of([])]);

        Failing(directory, new BaseImage(directory["base"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*has 0 layers, but its configuration names 1*");
    }

    static BuiltImage Build(TempDirectory directory, BaseImage basis) =>
        ImageBuilder.Build(
            TestImage.Spec(TestImage.Publish(directory)) with
            {
                BaseImage = basis,
            },
            directory["layout"]
        );

    static Action Failing(TempDirectory directory, BaseImage basis) => () => Build(directory, basis);

    /// <returns>The layer of each architecture.</returns>
    static Dictionary<string, Digest> MultiPlatform(string layout, params string[] architectures)
    {
        using var change = OciLayout.Change(layout, CancellationToken.None);
        var layers = new Dictionary<string, Digest>(StringComparer.Ordinal);
        var manifests = new List<Descriptor>();
        foreach (var architecture in architectures)
        {
            var (digest, size) = change.Layout.AddBlob(file => file.Write(new byte[1024 + architecture.Length]));
            layers[architecture] = digest;
            var layer = new Descriptor
            {
                MediaType = MediaTypes.DockerGzipLayer,
                Digest = digest,
                Size = size,
            };
            var platform = new ImagePlatform { Architecture = architecture, Os = "linux" };
            manifests.Add(TestImage.FromDescriptors(change, [layer], [digest]) with { Platform = platform });
        }

        var index = change.AddDocument(new ImageIndex { Manifests = manifests }, MediaTypes.Index);
        change.Layout.WriteIndex(new ImageIndex { Manifests = [index] });
        return layers;
    }
}
