using System.Buffers.Binary;

namespace TinyGallery.Api.Photos;

/// <summary>JPEG (ITU-T T.81, annex B): segments from SOI to the first scan, then entropy-coded data up to EOI.</summary>
static class Jpeg
{
    const byte StartOfScan = 0xDA;
    const int LengthSize = 2;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    public static Image? Read(ReadOnlySpan<byte> bytes)
    {
        Image? image = null;
        var rest = bytes[2..];
        while (rest.Length > 2 + LengthSize && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                // A fill byte before a marker.
                rest = rest[1..];
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < LengthSize || rest.Length < 2 + length)
                return null;
            var payload = rest[(2 + LengthSize)..(2 + length)];
            if (IsStartOfFrame(marker))
                image = ReadFrame(payload);
            rest = rest[(2 + length)..];
            if (marker == StartOfScan)
                // Whatever a camera appends behind the end is its own affair; without an end the file is torn.
                return rest.LastIndexOf(EndOfImage) > 0 ? image : null;
        }

        return null;
    }

    /// <summary>SOF0 to SOF15, without the tables (DHT, JPG, DAC) that sit among their numbers.</summary>
    static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static Image? ReadFrame(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 6)
            return null;
        var height = BinaryPrimitives.ReadUInt16BigEndian(payload[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(payload[3..]);
        return width > 0 && height > 0 ? new Image("image/jpeg", width, height) : null;
    }
}
