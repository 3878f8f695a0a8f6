using System.Net;
using System.Net.Sockets;

namespace Slipway.Platforms.Local.Ports;

/// <summary>Ports of 127.0.0.1.</summary>
public static class LoopbackPorts
{
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
}
