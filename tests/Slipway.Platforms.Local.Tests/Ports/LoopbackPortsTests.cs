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

    [Fact]
    public void Ports_for_instances_are_different_free_and_below_those_for_outgoing_connections()
    {
        var ports = LoopbackPorts.Find("somebody", 3);

        ports.Should().HaveCount(3).And.OnlyHaveUniqueItems().And.OnlyContain(port => port >= 20000 && port < 30000);
        using var listener = new TcpListener(IPAddress.Loopback, ports[0]);
        listener.Start();
        LoopbackPorts.Find("somebody", 1).Should().NotContain(ports[0]);
    }
}
