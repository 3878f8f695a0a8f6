using System.Net;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Tests.Admin;

[UnsupportedOSPlatform("windows")]
public sealed class AdminTests : IAsyncLifetime
{
    GatewayFixture _gateway = null!;

    public async Task InitializeAsync() => _gateway = await GatewayFixture.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    static async Task<GatewayRefusal> RefusalAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync(GatewayJson.Default.GatewayRefusal))!;

    [Fact]
    public async Task Its_socket_is_closed_to_everybody_else()
    {
        var socket = _gateway.Options.AdminSocket;

        File.GetUnixFileMode(socket).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.GetDirectoryName(socket)!).Should().Be((UnixFileMode)0b111_000_000);
        (await _gateway.StatusAsync()).Pid.Should().Be(_gateway.ProcessId);
    }

    [Theory]
    [InlineData("GET", "/status")]
    [InlineData("PUT", "/routes")]
    [InlineData("POST", "/drain")]
    public async Task The_public_side_knows_nothing_of_it(string method, string path)
    {
        var blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, blue.Destination));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await _gateway.Public.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).Should().Be("blue");
    }

    [Fact]
    public async Task An_older_token_is_refused_and_told_the_newest()
    {
        using var newest = await _gateway.TryRouteAsync(new RoutesUpdate(5, []));
        using var same = await _gateway.TryRouteAsync(new RoutesUpdate(5, []));

        using var older = await _gateway.TryRouteAsync(new RoutesUpdate(4, []));
        using var drain = await _gateway.TryDrainAsync(new DrainRequest(4, "blue", 1));

        same.StatusCode.Should().Be(HttpStatusCode.NoContent);
        older.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await RefusalAsync(older)).Current.Should().Be(5);
        drain.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_newer_token_counts_after_a_restart_too_whatever_brought_it()
    {
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 0));
        using (await _gateway.TryDrainAsync(new DrainRequest(6, "blue", 0))) { }
        await _gateway.RestartAsync();

        using var older = await _gateway.TryRouteAsync(new RoutesUpdate(5, []));

        older.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("PUT", "/routes", "{\"token\":1", 400)]
    [InlineData("PUT", "/routes", "null", 400)]
    [InlineData("PUT", "/routes", "{\"token\":1,\"slots\":[{\"name\":\"a b\",\"destinations\":[],\"weight\":1}]}", 400)]
    [InlineData("POST", "/drain", "{\"token\":1,\"slot\":\"blue\",\"timeoutSeconds\":-1}", 400)]
    [InlineData("POST", "/drain", "{\"token\":1,\"slot\":\"blue\",\"timeoutSeconds\":3601}", 400)]
    [InlineData("POST", "/nowhere", "", 404)]
    public async Task A_request_that_makes_no_sense_is_refused_with_a_reason(
        string method,
        string path,
        string body,
        int status
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        using var response = await _gateway.Admin.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status);
        (await RefusalAsync(response)).Error.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_slot_with_weight_cannot_be_drained()
    {
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1));

        using var response = await _gateway.TryDrainAsync(new DrainRequest(1, "blue", 1));

        (await RefusalAsync(response)).Error.Should().Contain("still has weight 1");
    }

    [Fact]
    public async Task An_instance_that_still_gets_requests_cannot_be_drained_but_others_of_its_slot_can()
    {
        var blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, blue.Destination));

        using var response = await _gateway.TryDrainAsync(new DrainRequest(1, "blue", 1, blue.Name));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await RefusalAsync(response)).Error.Should().Contain("Instance 'blue' is still in slot 'blue'");
        (await _gateway.DrainAsync("blue", destination: "gone")).Drained.Should().BeTrue();
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_changes_no_route()
    {
        var blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, blue.Destination));
        File.Delete(_gateway.Options.StateFile);
        Directory.CreateDirectory(_gateway.Options.StateFile);

        using var response = await _gateway.TryRouteAsync(new RoutesUpdate(2, []));

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await RefusalAsync(response)).Error.Should().Contain("nothing was changed");
        (await _gateway.Public.GetStringAsync("/")).Should().Be("blue");
        (await _gateway.StatusAsync()).Token.Should().Be(1);
    }

    [Fact]
    public async Task A_gateway_that_starts_again_serves_the_same_routes()
    {
        var blue = await _gateway.BackendAsync("blue");
        await _gateway.RouteAsync(GatewayFixture.Slot("blue", 1, blue.Destination));

        await _gateway.RestartAsync();

        (await _gateway.Public.GetStringAsync("/")).Should().Be("blue");
        (await _gateway.SlotAsync("blue")).Destinations.Should().Equal(blue.Destination);
    }
}
