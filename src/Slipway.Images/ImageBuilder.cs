using System.IO.Compression;

namespace Slipway.Images;

/// <summary>Makes an image from a published application.</summary>
public static class ImageBuilder
{
    /// <summary>
    /// Writes the image into an OCI layout, which then holds this image and nothing else. Equal inputs give an equal
    /// digest, on any machine. A build that stops half way leaves the layout's former image.
    /// </summary>
    /// <param name="layoutDirectory">Made where it is missing.</param>
    /// <exception cref="ImageException">The spec, the content or the base image is not usable, or the disk is full.</exception>
    public static BuiltImage Build(
        ImageSpec spec,
        string layoutDirectory,
        CancellationToken cancellationToken = default
    )
    {
        spec.Validate();
        return FileErrors.Explain(
            $"The image {spec.Reference} could not be written to {layoutDirectory}",
            () =>
            {
                using var change = OciLayout.Change(layoutDirectory, cancellationToken);
                return Build(spec, change, cancellationToken);
            }
        );
    }

    static BuiltImage Build(ImageSpec spec, LayoutChange change, CancellationToken cancellationToken)
    {
        var below = spec.BaseImage is null ? null : TakeBase(spec.BaseImage, change, cancellationToken);
        var (layer, diffId) = AddLayer(spec, change.Layout, cancellationToken);
        var configuration = ImagePlan.Configuration(spec, below, diffId);
        var manifest = ImagePlan.Manifest(spec, below, change.AddDocument(configuration, MediaTypes.Config), layer);
        var entry = change.AddDocument(manifest, MediaTypes.Manifest) with
        {
            Platform = new ImagePlatform { Architecture = configuration.Architecture, Os = configuration.Os },
            Annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [Annotations.ReferenceName] = spec.Reference.ToString(),
            },
        };

        cancellationToken.ThrowIfCancellationRequested();
        change.Layout.WriteIndex(new ImageIndex { MediaType = MediaTypes.Index, Manifests = [entry] });
        change.Layout.DeleteBlobsExcept(
            manifest.Layers.Append(manifest.Config).Append(entry).Select(blob => blob.Digest).ToHashSet()
        );
        return new BuiltImage(spec.Reference, entry.Digest, entry.Size, manifest.Config.Digest, manifest.Layers);
    }

    static BaseContent TakeBase(BaseImage image, LayoutChange change, CancellationToken cancellationToken)
    {
        var layout = OciLayout.Open(image.LayoutDirectory);
        var entry = layout.FindManifest(image.Reference);
        var manifest = layout.ReadManifest(entry);
        var configuration = layout.ReadConfiguration(manifest);
        if (configuration.RootFileSystem.DiffIds.Count != manifest.Layers.Count)
            throw new ImageException(
                $"The base image {entry.Digest} in {layout.Directory} has {manifest.Layers.Count} layers, but its "
                    + $"configuration names {configuration.RootFileSystem.DiffIds.Count}: it is not usable."
            );
        foreach (var layer in manifest.Layers)
            change.Take(layout, layer, cancellationToken);
        return new BaseContent(entry.Digest, manifest, configuration);
    }

    static (Descriptor Layer, Digest DiffId) AddLayer(
        ImageSpec spec,
        OciLayout layout,
        CancellationToken cancellationToken
    )
    {
        Digest diffId = null!;
        var (digest, size) = layout.AddBlob(file =>
        {
            if (spec.Compression is LayerCompression.None)
            {
                diffId = WriteTar(spec, file, cancellationToken);
                return;
            }

            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            diffId = WriteTar(spec, gzip, cancellationToken);
        });
        var layer = new Descriptor
        {
            MediaType = spec.Compression is LayerCompression.Gzip ? MediaTypes.GzipLayer : MediaTypes.Layer,
            Digest = digest,
            Size = size,
        };
        return (layer, diffId);
    }

    static Digest WriteTar(ImageSpec spec, Stream destination, CancellationToken cancellationToken)
    {
        using var hashing = new HashingStream(destination);
        TarLayer.Write(spec.ContentDirectory, spec.WorkingDirectory, spec.Created, hashing, cancellationToken);
        return hashing.CurrentDigest;
    }
}

/// <summary>An image as it was built.</summary>
/// <param name="Reference">Its name and tag.</param>
/// <param name="Digest">Its manifest's digest: what is pushed, approved and run.</param>
/// <param name="ManifestSize">The manifest's size in bytes.</param>
/// <param name="ConfigDigest">The digest of its configuration.</param>
/// <param name="Layers">Its layers, lowest first.</param>
public sealed record BuiltImage(
    ImageReference Reference,
    Digest Digest,
    long ManifestSize,
    Digest ConfigDigest,
    IReadOnlyList<Descriptor> Layers
)
{
    /// <summary>The digests of its layers, lowest first.</summary>
    public IReadOnlyList<Digest> LayerDigests => [.. Layers.Select(layer => layer.Digest)];

    /// <summary>Bytes of all layers together, as stored.</summary>
    public long LayersSize => Layers.Sum(layer => layer.Size);
}
