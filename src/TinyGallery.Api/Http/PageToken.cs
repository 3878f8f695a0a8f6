using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace TinyGallery.Api.Http;

/// <summary>
/// Where a page ended: the last identifier on it, wrapped so that clients take it as it is. 22 characters of base64url.
/// </summary>
static class PageToken
{
    const int GuidSize = 16;
    const int Length = 22;

    public static string Format(Guid last)
    {
        Span<byte> bytes = stackalloc byte[GuidSize];
        last.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse([NotNullWhen(true)] string? token, out Guid last)
    {
        last = default;
        Span<byte> bytes = stackalloc byte[GuidSize];
        if (token is not { Length: Length } || !Base64Url.IsValid(token))
            return false;
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != GuidSize)
            return false;
        last = new Guid(bytes, bigEndian: true);
        // One page, one token: bits that the decoder ignores make it another text for the same page.
        return string.Equals(Format(last), token, StringComparison.Ordinal);
    }
}
