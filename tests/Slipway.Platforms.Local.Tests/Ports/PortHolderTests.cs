using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Slipway.Platforms.Local.Ports;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Ports;

[SupportedOSPlatform("linux")]
public sealed class PortHolderTests : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public PortHolderTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void A_process_holds_what_a_process_of_its_session_listens_on()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var session = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);

        PortHolder.Of(Port, session).Should().Be(new PortHolder(PortHold.Own));
    }

    [Fact]
    public void Any_other_is_a_stranger_with_number_and_name()
    {
        var name = File.ReadAllText("/proc/self/comm").Trim();
        var self = new PortHolder(PortHold.Stranger, $"process {Environment.ProcessId} ({name})");
        using var other = Process.Start("setsid", ["sleep", "60"])!;
        try
        {
            PortHolder.Of(Port, other.Id).Should().Be(self);
            PortHolder.Of(Port, process: null).Should().Be(self);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public void Where_nobody_listens_nobody_is_found()
    {
        PortHolder.Of(FreePort.Next(), process: null).Should().Be(new PortHolder(PortHold.Nobody));
    }
}
