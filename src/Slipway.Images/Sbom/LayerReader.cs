using System.Formats.Tar;
using System.IO.Compression;

namespace Slipway.Images;

/// <summary>Reads a layer of an image without unpacking it.</summary>
static class LayerReader
{
    /// <summary>The regular files, by their paths from the image's root, without a leading slash.</summary>
    /// <param name="keep">Of which files the content is wanted.</param>
    /// <exception cref="ImageException">The layer is damaged, or of a type that is not read.</exception>
    public static IReadOnlyList<LayerFile> Files(
        OciLayout layout,
        Descriptor layer,
        Func<string, bool> keep,
        CancellationToken cancellationToken
    )
    {
        var files = new List<LayerFile>();
        Read(
            layout,
            layer,
            (path, entry) =>
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                    return;
                using var content = new MemoryStream();
                if (keep(path))
                    entry.DataStream?.CopyTo(content);
                var bytes = content.ToArray();
                var digest = keep(path) ? Digest.Of(bytes) : Digest.Of(entry.DataStream ?? Stream.Null);
                files.Add(new LayerFile(path, digest, keep(path) ? bytes : null));
            },
            cancellationToken
        );
        return files;
    }

    /// <summary>The paths of everything in a layer.</summary>
    /// <inheritdoc cref="Files"/>
    public static IReadOnlyList<string> Paths(OciLayout layout, Descriptor layer, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        Read(layout, layer, (path, _) => paths.Add(path), cancellationToken);
        return paths;
    }

    static void Read(
        OciLayout layout,
        Descriptor layer,
        Action<string, TarEntry> see,
        CancellationToken cancellationToken
    )
    {
        // By its digest first: what is read is what the image's digest vouches for.
        layout.VerifyBlob(layer, cancellationToken);
        try
        {
            using var blob = layout.OpenBlob(layer.Digest);
            using var tar = new TarReader(Plain(layer, blob));
            while (tar.GetNextEntry() is { } entry)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (entry.EntryType is not TarEntryType.GlobalExtendedAttributes)
                    see(string.Join('/', RootedPath.Split(entry.Name)), entry);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new ImageException($"Layer {layer.Digest} is no tar archive: {exception.Message}", exception);
        }
    }

    static Stream Plain(Descriptor layer, Stream blob) =>
        layer.MediaType switch
        {
            MediaTypes.Layer => blob,
            MediaTypes.GzipLayer or MediaTypes.DockerGzipLayer => new GZipStream(blob, CompressionMode.Decompress),
            _ => throw new ImageException(
                $"Layer {layer.Digest} is '{layer.MediaType}': only tar and tar+gzip are read. "
                    + "Convert the base image, for example with 'skopeo copy --dest-compress-format gzip'."
            ),
        };
}

/// <param name="Path">From the image's root, without a leading slash.</param>
/// <param name="Content">Null: nobody asked for it.</param>
sealed record LayerFile(string Path, Digest Digest, byte[]? Content);
