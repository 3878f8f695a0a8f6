using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Slipway.Platforms.Local.Ports;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Ports;

[UnsupportedOSPlatform("windows")]
public sealed class ReservedPortsTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Ports_are_different_free_and_below_those_for_outgoing_connections()
    {
        var ports = Environment("a").Take("blue", [], 3);

        ports.Should().HaveCount(3).And.OnlyHaveUniqueItems().And.OnlyContain(port => port >= 20000 && port < 30000);
        using var listener = new TcpListener(IPAddress.Loopback, ports[0]);
        listener.Start();
        Environment("a").Take("blue", [], 1).Should().NotContain(ports[0]);
    }

    [Fact]
    public async Task Environments_that_look_at_once_never_get_the_same_whatever_they_prefer()
    {
        // 4,000 of 10,000: most meet what another one has.
        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number => Environment(number.ToString(CultureInfo.InvariantCulture)))
                .Select(environment => Task.Run(() => environment.Take("blue", [], 200)))
        );

        taken.SelectMany(ports => ports).Should().HaveCount(4000).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_port_stays_its_environments_while_nobody_listens_there()
    {
        var port = Environment("a").Take("blue", [], 1).Single();

        Environment("b").Keep([port]).Should().BeFalse();
        Environment("a").Keep([port]).Should().BeTrue();
        Environment("a").Take("blue", [], 1).Should().Equal(port);
    }

    [Fact]
    public void What_another_slot_of_the_environment_has_is_not_given_again()
    {
        var port = Environment("a").Take("blue", [], 1).Single();

        Environment("a").Take("blue", [port], 1).Should().NotContain(port);
    }

    [Fact]
    public void A_port_of_an_environment_that_is_gone_is_anybodys()
    {
        var port = Environment("a").Take("blue", [], 1).Single();
        Directory.Delete(_directory["a"]);

        Environment("b").Keep([port]).Should().BeTrue();
    }

    [Fact]
    public void Ports_that_were_given_before_there_were_reservations_are_reserved_when_the_next_are_taken()
    {
        var older = Environment("a").Take("green", [], 1).Single();
        File.Delete(_directory[$"ports/{older}"]);

        Environment("a").Take("blue", [older], 1);

        Environment("b").Keep([older]).Should().BeFalse();
    }

    ReservedPorts Environment(string name) =>
        new(Directory.CreateDirectory(_directory[name]).FullName, _directory["ports"]);
}
