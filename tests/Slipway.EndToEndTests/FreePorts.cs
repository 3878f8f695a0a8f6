using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Slipway.EndToEndTests;

/// <summary>Finds room for the addresses of a whole set of environments.</summary>
static class FreePorts
{
    const int InARow = 30;

    public static int Base()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var candidate = RandomNumberGenerator.GetInt32(20000, 30000);
            if (Enumerable.Range(candidate, InARow).All(IsFree))
                return candidate;
        }

        throw new InvalidOperationException($"No {InARow} free ports in a row.");
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
