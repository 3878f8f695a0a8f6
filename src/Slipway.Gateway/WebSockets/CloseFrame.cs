using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Gateway.WebSockets;

/// <summary>
/// A close frame with status 1001, "going away" (RFC 6455, sections 5.5.1 and 7.4.1), which every client knows; 1012
/// ("service restart", registered later) is an error to some, .NET's among them.
/// </summary>
static class CloseFrame
{
    const byte FinalClose = 0x88;
    const byte Masked = 0x80;
    const byte StatusLength = 2;
    const ushort GoingAway = 1001;

    /// <summary>As a server sends it.</summary>
    public static ReadOnlyMemory<byte> ToClient { get; } =
        new byte[] { FinalClose, StatusLength, GoingAway >> 8, GoingAway & 0xFF };

    /// <summary>As a client sends it, masked with a key that nobody can foresee; answers its length.</summary>
    public static int WriteToInstance(Span<byte> buffer)
    {
        var key = buffer.Slice(2, 4);
        var status = buffer.Slice(6, StatusLength);
        buffer[0] = FinalClose;
        buffer[1] = Masked | StatusLength;
        RandomNumberGenerator.Fill(key);
        BinaryPrimitives.WriteUInt16BigEndian(status, GoingAway);
        status[0] ^= key[0];
        status[1] ^= key[1];
        return 8;
    }
}
