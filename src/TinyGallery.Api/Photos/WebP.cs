using System.Buffers.Binary;

namespace TinyGallery.Api.Photos;

/// <summary>
/// WebP (RFC 9649): a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended, then others).
/// </summary>
static class WebP
{
    const int RiffHeader = 8;
    const int FileHeader = 12;
    const int ChunkHeader = 8;

    public static ReadOnlySpan<byte> Signature => "RIFF"u8;

    public static Image? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FileHeader + ChunkHeader || !bytes[RiffHeader..].StartsWith("WEBP"u8))
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length > bytes.Length - RiffHeader || length < FileHeader - RiffHeader + ChunkHeader)
            return null;

        var chunks = bytes[FileHeader..(RiffHeader + (int)length)];
        if (!TryTakeChunk(ref chunks, out var type, out var data))
            return null;
        if (type.SequenceEqual("VP8 "u8))
            return ReadLossy(data);
        if (type.SequenceEqual("VP8L"u8))
            return ReadLossless(data);
        return type.SequenceEqual("VP8X"u8) && HasImage(chunks) ? ReadExtended(data) : null;
    }

    /// <summary>An extended file announces its canvas first; there is an image only if a chunk holds one.</summary>
    static bool HasImage(ReadOnlySpan<byte> chunks)
    {
        var found = false;
        while (chunks.Length > 0)
        {
            if (!TryTakeChunk(ref chunks, out var type, out _))
                return false;
            found |= type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ANMF"u8);
        }

        return found;
    }

    static bool TryTakeChunk(ref ReadOnlySpan<byte> chunks, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (chunks.Length < ChunkHeader)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
        if (length > chunks.Length - ChunkHeader)
            return false;
        type = chunks[..4];
        data = chunks.Slice(ChunkHeader, (int)length);
        // Chunks begin at even offsets.
        var padded = ChunkHeader + (int)length + (int)(length & 1);
        chunks = chunks[Math.Min(padded, chunks.Length)..];
        return true;
    }

    /// <summary>RFC 6386, section 9.1: 3 bytes of frame tag, the start code, then width and height of 14 bits each.</summary>
    static Image? ReadLossy(ReadOnlySpan<byte> data)
    {
        if (data.Length < 10 || !data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return null;
        var width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        var height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        return Of(width, height);
    }

    /// <summary>RFC 9649, section 3.4: a signature byte, then width-1 and height-1 of 14 bits each.</summary>
    static Image? ReadLossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return Of((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    /// <summary>RFC 9649, section 2.7: flags, then width-1 and height-1 of 24 bits each.</summary>
    static Image? ReadExtended(ReadOnlySpan<byte> data)
    {
        if (data.Length < 10)
            return null;
        return Of(ReadUInt24(data[4..]) + 1, ReadUInt24(data[7..]) + 1);
    }

    static int ReadUInt24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);

    static Image? Of(int width, int height) => width > 0 && height > 0 ? new Image("image/webp", width, height) : null;
}
