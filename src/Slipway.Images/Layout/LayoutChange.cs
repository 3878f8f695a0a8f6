namespace Slipway.Images;

/// <summary>A layout, held for changing until disposed.</summary>
sealed class LayoutChange(OciLayout layout, FileStream held) : IDisposable
{
    public OciLayout Layout { get; } = layout;

    public Descriptor AddDocument<T>(T document, string mediaType)
    {
        var (digest, size) = Layout.AddBlob(file => file.Write(OciJson.Write(document)));
        return new Descriptor
        {
            MediaType = mediaType,
            Digest = digest,
            Size = size,
        };
    }

    /// <summary>Takes over a blob, checked while it is copied. One that is here, intact, is left as it is.</summary>
    public void Take(OciLayout source, Descriptor blob, CancellationToken cancellationToken)
    {
        if (IsIntact(blob, cancellationToken))
            return;
        Layout.AddBlob(file => source.CopyBlob(blob, file, cancellationToken));
    }

    bool IsIntact(Descriptor blob, CancellationToken cancellationToken)
    {
        if (!File.Exists(Layout.BlobPath(blob.Digest)))
            return false;
        try
        {
            Layout.VerifyBlob(blob, cancellationToken);
            return true;
        }
        catch (ImageException)
        {
            // Damaged since: the copy that follows replaces it.
            return false;
        }
    }

    public void Dispose() => held.Dispose();
}
