using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace TinyGallery.Api.Security;

/// <summary>Who counts as one client.</summary>
static class ClientAddress
{
    /// <summary>
    /// An IPv4 address, or the /64 network of an IPv6 one: a household has that many addresses to change between.
    /// </summary>
    public static UInt128 Partition(IPAddress? address)
    {
        if (address is null)
            return UInt128.Zero;
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        if (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            bytes[8..].Clear();
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
