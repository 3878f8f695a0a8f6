using System.IO.Compression;

namespace Slipway.Images;

/// <summary>Unpacks images of a layout whose lock is held.</summary>
sealed class ImageUnpacker(OciLayout layout, CancellationToken cancellationToken)
{
    const string RootDirectory = "rootfs";
    const string MarkerFile = "unpacked.json";

    public UnpackedImage Unpack(Descriptor manifest, string directory)
    {
        var target = Path.GetFullPath(directory);
        var content = layout.ReadManifest(manifest);
        var configuration = layout.ReadConfiguration(content);
        var unpacked = new UnpackedImage(manifest.Digest, Path.Combine(target, RootDirectory), configuration);
        if (IsIntact(target, manifest.Digest))
            return unpacked;

        CheckLayers(manifest, content, configuration);
        RemoveLeftovers(target);
        var temporary = $"{target}.tmp-{Guid.NewGuid():n}";
        try
        {
            Extract(content, configuration, temporary);
            Seal(manifest.Digest, temporary);
            MoveAside(target);
            Directory.Move(temporary, target);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }

        return unpacked;
    }

    bool IsIntact(string target, Digest manifest)
    {
        var marker = Path.Combine(target, MarkerFile);
        var root = Path.Combine(target, RootDirectory);
        if (!File.Exists(marker) || !Directory.Exists(root))
            return false;
        try
        {
            var seal = OciJson.Read<UnpackMarker>(File.ReadAllBytes(marker), marker);
            return seal.Manifest == manifest && seal.Tree == TreeDigest.Of(root, cancellationToken);
        }
        catch (ImageException)
        {
            // A marker that cannot be read seals nothing.
            return false;
        }
    }

    void CheckLayers(Descriptor manifest, ImageManifest content, ImageConfiguration configuration)
    {
        if (configuration.RootFileSystem.DiffIds.Count != content.Layers.Count)
            throw new ImageException(
                $"The image {manifest.Digest} has {content.Layers.Count} layers, but its configuration names "
                    + $"{configuration.RootFileSystem.DiffIds.Count}: it is not unpacked. Build it again."
            );
        foreach (var layer in content.Layers)
            layout.VerifyBlob(layer, cancellationToken);
    }

    void Extract(ImageManifest content, ImageConfiguration configuration, string temporary)
    {
        var root = Path.Combine(temporary, RootDirectory);
        Directory.CreateDirectory(root);
        foreach (var (layer, index) in content.Layers.Select((layer, index) => (layer, index)))
        {
            using var tar = OpenTar(layer, configuration.RootFileSystem.DiffIds[index], temporary);
            try
            {
                if (index > 0)
                    LayerExtractor.ApplyWhiteouts(tar, root, cancellationToken);
                tar.Position = 0;
                LayerExtractor.ApplyEntries(tar, root, cancellationToken);
            }
            catch (Exception exception)
                when (exception
                        is InvalidDataException
                            or EndOfStreamException
                            or FormatException
                            or ArgumentException
                            or NotSupportedException
                )
            {
                throw new ImageException(
                    $"Layer {layer.Digest} is no tar archive that can be unpacked: {exception.Message}",
                    exception
                );
            }
        }

        CheckLinks(root);
    }

    /// <summary>The layer without compression, checked against the diff ID that the configuration promises.</summary>
    FileStream OpenTar(Descriptor layer, Digest diffId, string temporary)
    {
        switch (layer.MediaType)
        {
            case MediaTypes.Layer when layer.Digest == diffId:
                return layout.OpenBlob(layer.Digest);
            case MediaTypes.Layer:
                throw WrongDiffId(layer, diffId, layer.Digest);
            case MediaTypes.GzipLayer or MediaTypes.DockerGzipLayer:
                return Decompress(layer, diffId, temporary);
            default:
                throw new ImageException(
                    $"Layer {layer.Digest} is '{layer.MediaType}': only tar and tar+gzip are unpacked. "
                        + "Convert the base image, for example with 'skopeo copy --dest-compress-format gzip'."
                );
        }
    }

    FileStream Decompress(Descriptor layer, Digest diffId, string temporary)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        var tar = new FileStream(Path.Combine(temporary, layer.Digest.Hex), options);
        try
        {
            using var hashing = new HashingStream(tar);
            using var blob = layout.OpenBlob(layer.Digest);
            using var gzip = new GZipStream(blob, CompressionMode.Decompress);
            gzip.CopyTo(hashing);
            if (hashing.CurrentDigest != diffId)
                throw WrongDiffId(layer, diffId, hashing.CurrentDigest);
            tar.Position = 0;
            return tar;
        }
        catch (InvalidDataException exception)
        {
            tar.Dispose();
            throw new ImageException($"Layer {layer.Digest} is not gzip: {exception.Message}", exception);
        }
        catch
        {
            tar.Dispose();
            throw;
        }
    }

    static ImageException WrongDiffId(Descriptor layer, Digest expected, Digest actual) =>
        new(
            $"Layer {layer.Digest} unpacks to {actual}, but the image's configuration promises {expected}: "
                + "the image is not consistent. Build it again."
        );

    /// <summary>At the end, because a link can be turned outward by what comes after it.</summary>
    void CheckLinks(string root)
    {
        foreach (var (name, info) in DirectoryTree.Entries(root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (info.LinkTarget is { } target && !RootedPath.StaysInside(root, info.FullName, target))
                throw new ImageException(
                    $"A layer links '{name}' to '{target}', out of the image: it is not unpacked."
                );
        }
    }

    void Seal(Digest manifest, string temporary)
    {
        var tree = TreeDigest.Of(Path.Combine(temporary, RootDirectory), cancellationToken);
        var marker = OciJson.Write(new UnpackMarker { Manifest = manifest, Tree = tree });
        DurableFile.Replace(Path.Combine(temporary, MarkerFile), temporary, marker);
    }

    static void RemoveLeftovers(string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        foreach (var leftover in Directory.EnumerateDirectories(parent, Path.GetFileName(target) + ".tmp-*"))
            Directory.Delete(leftover, recursive: true);
    }

    /// <summary>Something else is there, or this image, altered: somebody may want it, or run from it.</summary>
    static void MoveAside(string target)
    {
        if (!Directory.Exists(target))
            return;
        var number = 1;
        while (Directory.Exists($"{target}.altered-{number}"))
            number++;
        Directory.Move(target, $"{target}.altered-{number}");
    }
}
