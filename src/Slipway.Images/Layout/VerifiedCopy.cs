using System.Buffers;
using System.Security.Cryptography;

namespace Slipway.Images;

/// <summary>Copies a blob and refuses it when its size or digest is not the promised one.</summary>
static class VerifiedCopy
{
    const int BufferSize = 128 * 1024;

    /// <param name="place">Where the blob comes from, for the error.</param>
    /// <exception cref="ImageException">It is truncated, too long or altered; what was copied must be thrown away.</exception>
    public static void Copy(
        Stream source,
        Descriptor blob,
        string place,
        Stream destination,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long length = 0;
        try
        {
            int read;
            while ((read = source.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                length += read;
                if (length > blob.Size)
                    throw Damaged(blob, place, $"it is longer than its {blob.Size} bytes");
                hash.AppendData(buffer, 0, read);
                destination.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (length < blob.Size)
            throw Damaged(blob, place, $"it is truncated: {length} of {blob.Size} bytes");
        var actual = Digest.FromHash(hash.GetHashAndReset());
        if (actual != blob.Digest)
            throw Damaged(blob, place, $"its content is {actual}");
    }

    static ImageException Damaged(Descriptor blob, string place, string how) =>
        new($"Blob {blob.Digest} is damaged: {place}: {how}. Build and push the image again.");
}
