using System.Net;
using System.Net.Sockets;
using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class PlaceTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_declared_environment_is_where_it_was_declared()
    {
        Of("staging").Url.Should().Be(new Uri("http://127.0.0.1:8081"));
    }

    [Fact]
    public void An_environment_keeps_the_port_that_it_came_to_be_with()
    {
        Exists("staging", port: 9081);

        Of("staging").Url.Port.Should().Be(9081);
    }

    [Fact]
    public void An_environment_that_nobody_knows_is_an_error_that_lists_those_there_are()
    {
        Exists("review-fix", port: 9100);

        var asking = () => Of("stagin");

        asking
            .Should()
            .Throw<BuildException>()
            .WithMessage("There is no environment 'stagin'. There are: staging, production, review-fix.");
    }

    [Fact]
    public void A_review_environment_gets_the_first_free_port_from_twenty_above_the_base_and_keeps_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        var build = new SampleBuild(_root.Path) { PortBase = taken - StateDirectory.ReviewOffset };

        var made = Place.Of(build, "review-fix", mayCreate: true);

        made.Url.Port.Should().BeGreaterThan(taken);
        Place.Of(build, "review-fix", mayCreate: false).Url.Should().Be(made.Url);
    }

    [Fact]
    public void All_are_the_declared_ones_and_the_reviews_that_exist()
    {
        Exists("review-fix", port: 9100);

        Place
            .All(new SampleBuild(_root.Path))
            .Select(place => place.Spec.Name)
            .Should()
            .Equal("staging", "production", "review-fix");
    }

    Place Of(string name) => Place.Of(new SampleBuild(_root.Path), name, mayCreate: false);

    void Exists(string name, int port) =>
        new StateDirectory(_root[".slipway"])
            .Environment(name)
            .WriteFacts(new EnvironmentFacts(name, port, "local", DateTimeOffset.UnixEpoch));
}
