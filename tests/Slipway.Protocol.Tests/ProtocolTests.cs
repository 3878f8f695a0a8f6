using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol.Gateway;
using Slipway.Protocol.Supervision;

namespace Slipway.Protocol.Tests;

public sealed class ProtocolTests
{
    static readonly ProcessSpecification Process = new(
        "blue-1",
        "/usr/bin/dotnet",
        ["App.dll"],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "1", ["B"] = "2" },
        "/srv",
        "/srv/blue-1.log"
    );

    [Fact]
    public void A_request_is_told_apart_by_op_wherever_it_stands()
    {
        var request = JsonSerializer.Deserialize(
            """{"token":7,"name":"blue-1","graceSeconds":2.5,"op":"stop"}""",
            SupervisorJson.Default.SupervisorRequest
        );

        request.Should().Be(new StopRequest(7, "blue-1", 2.5));
    }

    [Fact]
    public void An_ensure_comes_back_as_it_was_sent()
    {
        var sent = JsonSerializer.Serialize(new EnsureRequest(3, Process), SupervisorJson.Default.SupervisorRequest);

        var request = JsonSerializer.Deserialize(sent, SupervisorJson.Default.SupervisorRequest);

        sent.Should().NotContain("\n");
        request.Should().BeOfType<EnsureRequest>().Which.Process.SameAs(Process).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"token":7,"slots":null}""")]
    [InlineData("""{"slots":[]}""")]
    [InlineData("""{"token":7,"slots":[{"name":"blue","weight":1}]}""")]
    public void A_request_that_lacks_something_is_an_error(string json)
    {
        var read = () => JsonSerializer.Deserialize(json, GatewayJson.Default.RoutesUpdate);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_routing_table_of_an_older_client_holds_nobody() =>
        JsonSerializer
            .Deserialize("""{"token":7,"slots":[]}""", GatewayJson.Default.RoutesUpdate)!
            .HoldSeconds.Should()
            .Be(0);

    [Fact]
    public void States_are_words()
    {
        var status = new ProcessStatus("a", null, null, 2, ProcessState.BackingOff, 134, "/a.log");

        JsonSerializer
            .Serialize(
                new SupervisorResponse(SupervisorOutcome.StaleToken, Process: status),
                SupervisorJson.Default.SupervisorResponse
            )
            .Should()
            .StartWith("""{"outcome":"stale-token",""")
            .And.Contain("\"state\":\"backing-off\"");
    }

    [Fact]
    public void An_answer_whose_optional_parts_are_missing_comes_back_as_it_was_sent()
    {
        var sent = new SupervisorResponse(
            SupervisorOutcome.Ok,
            Process: new ProcessStatus("a", null, null, 0, ProcessState.Failed, null, "/a.log")
        );
        var routes = new RoutesUpdate(1, []);

        ThroughJson(sent, SupervisorJson.Default.SupervisorResponse).Should().Be(sent);
        ThroughJson(routes, GatewayJson.Default.RoutesUpdate).Should().BeEquivalentTo(routes);
        ThroughJson(new GatewayRefusal("no"), GatewayJson.Default.GatewayRefusal).Should().Be(new GatewayRefusal("no"));
    }

    static T ThroughJson<T>(T value, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type)!;

    public static TheoryData<ProcessSpecification> Changed =>
        [
            Process with
            {
                Name = "x",
            },
            Process with
            {
                Command = "x",
            },
            Process with
            {
                Arguments = ["App.dll", "x"],
            },
            Process with
            {
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "1", ["B"] = "x" },
            },
            Process with
            {
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "1" },
            },
            Process with
            {
                WorkingDirectory = "/x",
            },
            Process with
            {
                LogFile = "/x",
            },
        ];

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_specification_that_differs_anywhere_is_another(ProcessSpecification other) =>
        Process.SameAs(other).Should().BeFalse();

    [Fact]
    public void The_order_of_the_environment_does_not_matter()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["B"] = "2", ["A"] = "1" };

        Process.SameAs(Process with { Environment = environment }).Should().BeTrue();
    }
}
