using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>Every blob, truncated, lengthened or with one bit flipped anywhere: always the one clear error.</summary>
public class DamageTests
{
    [Fact]
    public void A_damaged_blob_is_never_unpacked() =>
        ForAnyDamage(
            (directory, image, damage) =>
            {
                var store = new OciStore(directory["store"]);
                store.Push(directory["layout"], TestImage.Reference);
                var blob = damage.Apply(directory["store"], image);

                FluentActions
                    .Invoking(() => store.Unpack(image.Digest, directory["run"]))
                    .Should()
                    .Throw<ImageException>()
                    .WithMessage($"Blob {blob} is damaged: *. Build and push the image again.");
                Directory.GetDirectories(directory.Path, "run*").Should().BeEmpty();
            }
        );

    [Fact]
    public void A_damaged_blob_is_never_pushed() =>
        ForAnyDamage(
            (directory, image, damage) =>
            {
                var blob = damage.Apply(directory["layout"], image);
                var store = new OciStore(directory["store"]);

                FluentActions
                    .Invoking(() => store.Push(directory["layout"], TestImage.Reference))
                    .Should()
                    .Throw<ImageException>()
                    .WithMessage($"Blob {blob} is damaged: *");
                store.List().Should().BeEmpty();
                Directory.GetFiles(directory["store/.incoming"]).Should().BeEmpty();
                var kept = Directory.GetFiles(directory["store/blobs/sha256"]);
                kept.Where(path => Digest.Of(File.ReadAllBytes(path)).Hex != Path.GetFileName(path)).Should().BeEmpty();
            }
        );

    [Fact]
    public void A_truncated_layer_says_how_much_is_there()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var size = image.Layers[0].Size;
        new Damage(0, Kind.Truncated, 100).Apply(directory["layout"], image);

        FluentActions
            .Invoking(() => new OciStore(directory["store"]).Push(directory["layout"], TestImage.Reference))
            .Should()
            .Throw<ImageException>()
            .WithMessage($"*it is truncated: 100 of {size} bytes*");
    }

    [Fact]
    public void A_missing_blob_is_named()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        File.Delete(OciLayout.Open(directory["layout"]).BlobPath(image.ConfigDigest));

        FluentActions
            .Invoking(() => new OciStore(directory["store"]).Push(directory["layout"], TestImage.Reference))
            .Should()
            .Throw<ImageException>()
            .WithMessage($"Blob {image.ConfigDigest} is missing: *");
    }

    [Fact]
    public void A_damaged_index_is_one_clear_error_naming_the_file()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        var path = directory["layout/index.json"];
        var json = File.ReadAllBytes(path);
        for (var length = 0; length < json.Length; length++)
        {
            File.WriteAllBytes(path, json[..length]);

            FluentActions
                .Invoking(() => OciLayout.Open(directory["layout"]).FindManifest())
                .Should()
                .Throw<ImageException>()
                .WithMessage($"{path} cannot be read: *");
        }
    }

    static void ForAnyDamage(Action<TempDirectory, BuiltImage, Damage> check)
    {
        var damages =
            from blob in Gen.Choose(0, 2)
            from kind in Gen.Elements(Kind.Truncated, Kind.Flipped, Kind.Lengthened)
            from at in Gen.Choose(0, int.MaxValue)
            select new Damage(blob, kind, at);
        Prop.ForAll(
                damages.ToArbitrary(),
                damage =>
                {
                    using var directory = new TempDirectory();
                    check(directory, TestImage.Build(directory), damage);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    internal enum Kind
    {
        Truncated,
        Flipped,
        Lengthened,
    }

    /// <param name="Blob">0: layer, 1: configuration, 2: manifest.</param>
    /// <param name="At">Where, modulo the blob's length.</param>
    internal sealed record Damage(int Blob, Kind Kind, int At)
    {
        public Digest Apply(string layout, BuiltImage image)
        {
            var blob = new[] { image.LayerDigests[0], image.ConfigDigest, image.Digest }[Blob];
            var path = OciLayout.Open(layout).BlobPath(blob);
            var content = File.ReadAllBytes(path);
            var at = At % content.Length;
            if (Kind is Kind.Flipped)
                content[at] ^= (byte)(1 << (At % 8));
            File.WriteAllBytes(
                path,
                Kind switch
                {
                    Kind.Truncated => content[..at],
                    Kind.Lengthened => [.. content, (byte)At],
                    _ => content,
                }
            );
            return blob;
        }
    }
}
