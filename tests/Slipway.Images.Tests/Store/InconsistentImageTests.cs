using System.IO.Compression;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>Images whose blobs are intact and whose documents do not agree with them.</summary>
public class InconsistentImageTests
{
    static readonly byte[] EmptyTar = new byte[1024];

    [Fact]
    public void A_layer_that_the_configuration_does_not_know_is_refused() =>
        Refused(MediaTypes.Layer, EmptyTar, [], "*has 1 layers, but its configuration names 0*");

    [Fact]
    public void A_plain_layer_with_another_diff_id_is_refused() =>
        Refused(MediaTypes.Layer, EmptyTar, [Digest.Of([])], $"*promises {Digest.Of([])}*");

    [Fact]
    public void A_compressed_layer_with_another_diff_id_is_refused() =>
        Refused(
            MediaTypes.GzipLayer,
            Gzip(EmptyTar),
            [Digest.Of([])],
            $"*unpacks to {Digest.Of(EmptyTar)}*promises {Digest.Of([])}*"
        );

    [Fact]
    public void A_compressed_layer_that_is_not_gzip_is_refused() =>
        Refused(MediaTypes.GzipLayer, EmptyTar, [Digest.Of(EmptyTar)], "*is not gzip*");

    [Fact]
    public void A_layer_of_unknown_type_is_refused_saying_what_to_do() =>
        Refused(
            "application/vnd.oci.image.layer.v1.tar+zstd",
            EmptyTar,
            [Digest.Of(EmptyTar)],
            "*only tar and tar+gzip are unpacked*skopeo copy*"
        );

    [Fact]
    public void Dockers_type_of_layer_is_gzip()
    {
        using var directory = new TempDirectory();
        var image = Push(directory, MediaTypes.DockerGzipLayer, Gzip(EmptyTar), [Digest.Of(EmptyTar)]);

        new OciStore(directory["store"]).Unpack(image, directory["run"]).Digest.Should().Be(image);
    }

    static void Refused(string mediaType, byte[] layer, IReadOnlyList<Digest> diffIds, string message)
    {
        using var directory = new TempDirectory();
        var image = Push(directory, mediaType, layer, diffIds);

        FluentActions
            .Invoking(() => new OciStore(directory["store"]).Unpack(image, directory["run"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage(message);
        Directory.GetDirectories(directory.Path, "run*").Should().BeEmpty();
    }

    static Digest Push(TempDirectory directory, string mediaType, byte[] layer, IReadOnlyList<Digest> diffIds)
    {
        using (var change = OciLayout.Change(directory["layout"], CancellationToken.None))
        {
            var (digest, size) = change.Layout.AddBlob(file => file.Write(layer));
            var blob = new Descriptor
            {
                MediaType = mediaType,
                Digest = digest,
                Size = size,
            };
            TestImage.FromDescriptors(change, [blob], diffIds);
        }

        return new OciStore(directory["store"]).Push(directory["layout"], TestImage.Reference).Digest;
    }

    static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
