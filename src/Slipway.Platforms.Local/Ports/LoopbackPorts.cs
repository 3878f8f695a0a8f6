using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Platforms.Local.Ports;

/// <summary>Ports of 127.0.0.1.</summary>
public static class LoopbackPorts
{
    /// <summary>
    /// Instances get theirs from here: below the ports that Linux (32768) and the others (49152) hand out to outgoing
    /// connections, so that a restarted instance finds its port free.
    /// </summary>
    const int First = 20000;
    const int Count = 10000;

    /// <summary>True when nobody listens there at the moment.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// Free ports for the instances of <paramref name="owner"/>. Where the search begins depends on the owner, so that
    /// two which search at once do not find the same.
    /// </summary>
    internal static IReadOnlyList<int> Find(string owner, int count)
    {
        var offset = BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(owner))) % Count;
        return
        [
            .. Enumerable.Range(0, Count).Select(step => First + ((offset + step) % Count)).Where(IsFree).Take(count),
        ];
    }
}
