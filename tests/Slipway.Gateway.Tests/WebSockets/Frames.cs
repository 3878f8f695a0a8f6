using System.Buffers.Binary;

namespace Slipway.Gateway.Tests.WebSockets;

/// <summary>Frames written by hand after RFC 6455, section 5.2.</summary>
static class Frames
{
    public const byte Continuation = 0;
    public const byte Binary = 2;
    public const byte Close = 8;
    public const byte Ping = 9;

    public static byte[] Frame(byte opcode, int length, bool masked, bool final = true)
    {
        var frame = new List<byte> { (byte)(opcode | (final ? 0x80 : 0)) };
        var mask = masked ? 0x80 : 0;
        if (length < 126)
        {
            frame.Add((byte)(length | mask));
        }
        else if (length <= ushort.MaxValue)
        {
            frame.Add((byte)(126 | mask));
            frame.AddRange([(byte)(length >> 8), (byte)length]);
        }
        else
        {
            frame.Add((byte)(127 | mask));
            var extended = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(extended, length);
            frame.AddRange(extended);
        }

        if (masked)
            frame.AddRange([1, 2, 3, 4]);
        // Payload that looks like a close frame wherever one begins to read it.
        frame.AddRange(Enumerable.Range(0, length).Select(index => index % 2 == 0 ? (byte)0x88 : (byte)0));
        return [.. frame];
    }
}
