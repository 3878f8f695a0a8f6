namespace Slipway.Images;

/// <summary>
/// A directory with images as OCI image-spec 1.1 lays it out (image-layout.md): <c>oci-layout</c>, <c>index.json</c> and
/// <c>blobs/sha256/…</c>. Every file appears whole: written to <c>.incoming</c>, flushed, renamed. A rename that a power
/// cut undoes is a missing blob, which reading reports and building or pushing again repairs.
/// </summary>
public sealed class OciLayout
{
    internal const string MarkerFile = "oci-layout";
    const string IndexFile = "index.json";
    const string IncomingDirectory = ".incoming";

    /// <summary>Manifests, indexes and configurations are read into memory; registries refuse larger ones as well.</summary>
    const long LargestDocument = 4 * 1024 * 1024;

    static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(5);

    OciLayout(string directory) => Directory = Path.GetFullPath(directory);

    public string Directory { get; }

    string Incoming => Path.Combine(Directory, IncomingDirectory);

    string Blobs => Path.Combine(Directory, "blobs", "sha256");

    /// <exception cref="ImageException">There is no OCI layout.</exception>
    public static OciLayout Open(string directory)
    {
        var layout = new OciLayout(directory);
        if (!File.Exists(Path.Combine(layout.Directory, MarkerFile)))
            throw new ImageException(
                $"{layout.Directory} is not an OCI image layout: it has no file '{MarkerFile}'. Name a directory that has one."
            );
        return layout;
    }

    /// <summary>Opens the layout for changes, made empty where there is none; one at a time, others wait.</summary>
    /// <param name="waiting">Told once, in a sentence, who is waited for when that takes seconds.</param>
    internal static LayoutChange Change(
        string directory,
        CancellationToken cancellationToken,
        Action<string>? waiting = null
    )
    {
        var layout = new OciLayout(directory);
        System.IO.Directory.CreateDirectory(layout.Directory);
        var held = LayoutLock.Take(layout.Directory, LockLimit, cancellationToken, waiting);
        try
        {
            layout.Prepare();
            return new LayoutChange(layout, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The images of this layout.</summary>
    /// <exception cref="ImageException">The index is missing or damaged.</exception>
    public ImageIndex ReadIndex()
    {
        var path = Path.Combine(Directory, IndexFile);
        try
        {
            return OciJson.Read<ImageIndex>(File.ReadAllBytes(path), path);
        }
        catch (FileNotFoundException exception)
        {
            throw new ImageException(
                $"{path} is missing: the layout was not written to its end. Write the image again.",
                exception
            );
        }
    }

    /// <summary>The image of a reference, for linux/amd64 where there are several.</summary>
    /// <param name="reference">
    /// The entry's <c>org.opencontainers.image.ref.name</c>; null for the layout's only image.
    /// </param>
    /// <exception cref="ImageException">There is none, or more than one; the message lists what is there.</exception>
    public Descriptor FindManifest(string? reference = null)
    {
        var entries = ReadIndex().Manifests;
        var found = reference is null
            ? entries
            : [.. entries.Where(entry => string.Equals(ReferenceOf(entry), reference, StringComparison.Ordinal))];
        if (found.Count != 1)
        {
            var known = string.Join(", ", entries.Select(entry => ReferenceOf(entry) ?? entry.Digest.ToString()));
            throw new ImageException(
                $"{Directory} has {found.Count} images"
                    + (reference is null ? "; say which" : $" named '{reference}'")
                    + $". It has: {(known.Length == 0 ? "nothing" : known)}."
            );
        }

        return SelectPlatform(found[0]);
    }

    /// <summary>Reads a manifest, checked against its digest and size.</summary>
    public ImageManifest ReadManifest(Descriptor manifest) =>
        OciJson.Read<ImageManifest>(ReadBlob(manifest), BlobPath(manifest.Digest));

    /// <summary>Reads the configuration that a manifest names, checked against its digest and size.</summary>
    public ImageConfiguration ReadConfiguration(ImageManifest manifest) =>
        OciJson.Read<ImageConfiguration>(ReadBlob(manifest.Config), BlobPath(manifest.Config.Digest));

    /// <summary>Where a blob is kept, present or not.</summary>
    public string BlobPath(Digest digest) => Path.Combine(Blobs, digest.Hex);

    internal static string? ReferenceOf(Descriptor entry) =>
        entry.Annotations?.GetValueOrDefault(Annotations.ReferenceName);

    internal FileStream OpenBlob(Digest digest)
    {
        var path = BlobPath(digest);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImageException(
                $"Blob {digest} is missing: {path} is not there. Build and push the image again.",
                exception
            );
        }
    }

    /// <summary>Reads a blob to its end and checks it.</summary>
    internal void VerifyBlob(Descriptor blob, CancellationToken cancellationToken) =>
        CopyBlob(blob, Stream.Null, cancellationToken);

    internal void CopyBlob(Descriptor blob, Stream destination, CancellationToken cancellationToken)
    {
        using var source = OpenBlob(blob.Digest);
        VerifiedCopy.Copy(source, blob, source.Name, destination, cancellationToken);
    }

    byte[] ReadBlob(Descriptor blob)
    {
        if (blob.Size is < 0 or > LargestDocument)
            throw new ImageException(
                $"Blob {blob.Digest} claims {blob.Size} bytes; a manifest or configuration has at most {LargestDocument}."
            );
        using var content = new MemoryStream((int)blob.Size);
        CopyBlob(blob, content, CancellationToken.None);
        return content.ToArray();
    }

    Descriptor SelectPlatform(Descriptor entry)
    {
        if (MediaTypes.IsManifest(entry.MediaType))
            return entry;
        if (!MediaTypes.IsIndex(entry.MediaType))
            throw new ImageException($"{entry.Digest} in {Directory} is no image but '{entry.MediaType}'.");

        var index = OciJson.Read<ImageIndex>(ReadBlob(entry), BlobPath(entry.Digest));
        return index.Manifests.FirstOrDefault(manifest =>
                MediaTypes.IsManifest(manifest.MediaType) && manifest.Platform == ImagePlatform.Default
            )
            ?? throw new ImageException(
                $"{entry.Digest} in {Directory} has no image for {ImagePlatform.Default}. It has: "
                    + $"{string.Join(", ", index.Manifests.Select(manifest => manifest.Platform))}."
            );
    }

    void Prepare()
    {
        // Whoever holds the lock is alone: what lies in .incoming is left from a run that was killed.
        if (System.IO.Directory.Exists(Incoming))
            System.IO.Directory.Delete(Incoming, recursive: true);
        System.IO.Directory.CreateDirectory(Incoming);
        System.IO.Directory.CreateDirectory(Blobs);
        if (!File.Exists(Path.Combine(Directory, IndexFile)))
            WriteIndex(new ImageIndex { MediaType = MediaTypes.Index, Manifests = [] });
        // Last: with the marker, the layout is complete.
        if (!File.Exists(Path.Combine(Directory, MarkerFile)))
            DurableFile.Replace(Path.Combine(Directory, MarkerFile), Incoming, OciJson.Write(new LayoutMarker()));
    }

    internal void WriteIndex(ImageIndex index) =>
        DurableFile.Replace(Path.Combine(Directory, IndexFile), Incoming, OciJson.Write(index));

    /// <summary>Streams content into the layout and answers its digest and size.</summary>
    internal (Digest Digest, long Size) AddBlob(Action<Stream> write)
    {
        Digest digest = null!;
        long size = 0;
        var aside = DurableFile.WriteAside(
            Incoming,
            file =>
            {
                using var hashing = new HashingStream(file);
                write(hashing);
                (digest, size) = (hashing.CurrentDigest, hashing.Length);
            }
        );
        File.Move(aside, BlobPath(digest), overwrite: true);
        return (digest, size);
    }

    /// <summary>Deletes each blob that <paramref name="kept"/> does not hold.</summary>
    internal void DeleteBlobsExcept(IReadOnlySet<Digest> kept)
    {
        var names = kept.Select(digest => digest.Hex).ToHashSet(StringComparer.Ordinal);
        foreach (var path in System.IO.Directory.EnumerateFiles(Blobs))
        {
            if (!names.Contains(Path.GetFileName(path)))
                File.Delete(path);
        }
    }
}
