namespace TinyGallery.Api.Photos;

/// <summary>What an image says of itself.</summary>
sealed record Image(string ContentType, int Width, int Height);

/// <summary>Tells what bytes are by looking at them: never by a name or a header.</summary>
static class ImageReader
{
    /// <summary>
    /// Reads format and size, and checks that the file is whole from its first marker to its last. Pixels are not decoded.
    /// </summary>
    /// <returns>Null when it is no JPEG, PNG or WebP, or a broken one.</returns>
    public static Image? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Jpeg.Signature))
            return Jpeg.Read(bytes);
        if (bytes.StartsWith(Png.Signature))
            return Png.Read(bytes);
        return bytes.StartsWith(WebP.Signature) ? WebP.Read(bytes) : null;
    }
}
