using System.Net;
using System.Net.Sockets;
using Slipway.Platforms.Local.Ports;

namespace Slipway.Platforms.Local.Tests.Ports;

public sealed class LoopbackPortsTests
{
    [Fact]
    public void A_port_with_a_listener_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        LoopbackPorts.IsFree(port).Should().BeFalse();
        listener.Stop();
        LoopbackPorts.IsFree(port).Should().BeTrue();
    }
}
