using System.Buffers.Binary;

namespace TinyGallery.Api.Photos;

/// <summary>PNG (https://www.w3.org/TR/png-3/, section 5): IHDR first, at least one IDAT, IEND at the end.</summary>
static class Png
{
    const int LengthAndType = 8;
    const int Checksum = 4;
    const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Image? Read(ReadOnlySpan<byte> bytes)
    {
        Image? image = null;
        var hasData = false;
        var rest = bytes[Signature.Length..];
        while (rest.Length >= LengthAndType + Checksum)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - LengthAndType - Checksum)
                return null;
            var type = rest[4..LengthAndType];
            var data = rest.Slice(LengthAndType, (int)length);
            if (image is null)
            {
                image = type.SequenceEqual("IHDR"u8) ? ReadHeader(data) : null;
                if (image is null)
                    return null;
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return hasData ? image : null;
            }

            hasData |= type.SequenceEqual("IDAT"u8);
            rest = rest[(LengthAndType + (int)length + Checksum)..];
        }

        return null;
    }

    static Image? ReadHeader(ReadOnlySpan<byte> data)
    {
        if (data.Length != HeaderLength)
            return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(data);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        // The format allows 1 to 2^31-1.
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new Image("image/png", (int)width, (int)height)
            : null;
    }
}
