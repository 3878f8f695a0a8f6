namespace Slipway.Images;

/// <summary>
/// The images that were pushed on this machine: one OCI layout, content-addressed, whose entries carry full references.
/// A tag that moves leaves the image it named before, for a rollback by digest. Safe for several processes.
/// </summary>
/// <param name="directory">Made by the first push.</param>
/// <param name="waiting">Told, in a sentence, who is waited for when that takes seconds; default: nobody is told.</param>
public sealed class OciStore(string directory, Action<string>? waiting = null)
{
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>Pushes the layout's only image.</summary>
    /// <inheritdoc cref="Push(OciLayout, Descriptor, ImageReference, CancellationToken)"/>
    public StoredImage Push(
        string layoutDirectory,
        ImageReference reference,
        CancellationToken cancellationToken = default
    )
    {
        var layout = OciLayout.Open(layoutDirectory);
        return Push(layout, layout.FindManifest(), reference, cancellationToken);
    }

    /// <summary>
    /// Copies an image, each blob checked against digest and size on the way, and then names it. Pushing again changes
    /// nothing, and repairs a blob of the store that was damaged.
    /// </summary>
    /// <param name="reference">Name and tag.</param>
    /// <exception cref="ImageException">A blob is damaged, or the disk is full: the store is as it was.</exception>
    public StoredImage Push(
        OciLayout source,
        Descriptor manifest,
        ImageReference reference,
        CancellationToken cancellationToken = default
    )
    {
        if (reference.Tag is null || reference.Digest is not null)
            throw new ImageException(
                $"An image is pushed to a name and a tag, without a digest: not to '{reference}'."
            );
        return FileErrors.Explain(
            $"The image {reference} could not be pushed to {Directory}",
            () =>
            {
                using var change = OciLayout.Change(Directory, cancellationToken, waiting);
                var content = source.ReadManifest(manifest);
                foreach (var blob in content.Layers.Append(content.Config).Append(manifest))
                    change.Take(source, blob, cancellationToken);

                cancellationToken.ThrowIfCancellationRequested();
                var index = change.Layout.ReadIndex();
                change.Layout.WriteIndex(StoreIndex.WithTag(index, manifest, reference));
                return new StoredImage(reference, manifest.Digest);
            }
        );
    }

    /// <summary>What the store holds: each tag, and images without one.</summary>
    public IReadOnlyList<StoredImage> List() =>
        Exists ? [.. Layout.ReadIndex().Manifests.Select(StoreIndex.Describe)] : [];

    /// <summary>Finds an image by a digest (<c>sha256:…</c>), by name and tag, or by name and digest.</summary>
    /// <exception cref="ImageException">It is neither, or the store has no such image; the message lists what it has.</exception>
    public StoredImage Resolve(string referenceOrDigest)
    {
        if (Digest.TryParse(referenceOrDigest, out var digest))
            return Resolve(digest);
        var reference = ImageReference.Parse(referenceOrDigest);
        if (reference.Digest is not null)
            return Resolve(reference.Digest);
        return List().FirstOrDefault(image => image.Reference == reference) ?? throw Unknown(referenceOrDigest);
    }

    /// <inheritdoc cref="Resolve(string)"/>
    public StoredImage Resolve(Digest digest) =>
        List().FirstOrDefault(image => image.Digest == digest) ?? throw Unknown(digest.ToString());

    /// <summary>How an image is run, and its labels.</summary>
    /// <exception cref="ImageException">The store has no such image, or it is damaged.</exception>
    public ImageConfiguration ReadConfiguration(Digest digest) =>
        Layout.ReadConfiguration(Layout.ReadManifest(Find(digest)));

    /// <summary>
    /// Unpacks an image into a directory of its own. Manifest, configuration and layers are checked by digest and size
    /// before a file is written; the directory appears whole, by a rename. One that is there and holds exactly this
    /// image is used as it is; one that holds anything else is moved aside, never deleted.
    /// </summary>
    /// <param name="digest">The manifest's.</param>
    /// <param name="directory">Where; its parents are made.</param>
    /// <exception cref="ImageException">
    /// The image is missing, damaged, or not safe to unpack; then the directory is as it was.
    /// </exception>
    public UnpackedImage Unpack(Digest digest, string directory, CancellationToken cancellationToken = default)
    {
        var manifest = Find(digest);
        return FileErrors.Explain(
            $"The image {digest} could not be unpacked to {directory}",
            () =>
            {
                // The store's lock, so that what a killed run left of unpacking is nobody's and can go.
                using var change = OciLayout.Change(Directory, cancellationToken, waiting);
                return new ImageUnpacker(change.Layout, cancellationToken).Unpack(manifest, directory);
            }
        );
    }

    OciLayout Layout => OciLayout.Open(Directory);

    bool Exists => File.Exists(Path.Combine(Directory, OciLayout.MarkerFile));

    Descriptor Find(Digest digest) =>
        (Exists ? Layout.ReadIndex().Manifests.FirstOrDefault(entry => entry.Digest == digest) : null)
        ?? throw Unknown(digest.ToString());

    ImageException Unknown(string wanted)
    {
        var known = string.Join(", ", List().Select(image => image.ToString()));
        return new ImageException(
            $"{Directory} has no image '{wanted}'. It has: {(known.Length == 0 ? "nothing; push one first" : known)}."
        );
    }
}

/// <summary>An image of a store.</summary>
/// <param name="Reference">Null when its tag has moved on to another image.</param>
/// <param name="Digest">Its manifest's.</param>
public sealed record StoredImage(ImageReference? Reference, Digest Digest)
{
    public override string ToString() => Reference is null ? Digest.ToString() : $"{Reference}@{Digest}";
}
