using Slipway.Components.Shipping;
using Slipway.Delivery.Environments;

namespace Slipway.Components.Tests.Shipping;

public sealed class StatusTableTests
{
    static readonly Uri Url = new("http://127.0.0.1:8081/");

    [Fact]
    public void The_live_slot_comes_first_and_carries_what_is_the_environments()
    {
        var lines = Lines(
            new EnvironmentStatus(
                "staging",
                "local",
                Url,
                "serving",
                [Slot("blue", "1.0.0", traffic: 0), Slot("green", "2.0.0", traffic: 100)],
                new DeploymentStatus(
                    "2.0.0",
                    "sha256:2",
                    "plan",
                    "deploy",
                    "succeeded",
                    "ann@desk",
                    new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                    EndedAt: null,
                    Note: null
                )
            )
            {
                ExpiresAt = new DateTimeOffset(2026, 1, 5, 3, 4, 5, TimeSpan.Zero),
            }
        );

        Words(lines[1])
            .Should()
            .Equal(
                "staging",
                "serving",
                Url.ToString(),
                "green",
                "2.0.0",
                "sha256:222222222222",
                "100 %",
                "healthy",
                "deploy succeeded 2026-01-02 03:04Z",
                "2026-01-05 03:04Z"
            );
        Words(lines[2]).Should().Equal("blue", "1.0.0", "sha256:111111111111", "0 %", "healthy");
    }

    [Fact]
    public void Split_traffic_is_shown_slot_by_slot()
    {
        var lines = Lines(
            new EnvironmentStatus(
                "staging",
                "local",
                Url,
                "deploying",
                [Slot("blue", "1.0.0", traffic: 90), Slot("green", "2.0.0", traffic: 10)],
                LastDeployment: null
            )
        );

        Words(lines[1]).Should().Contain(["blue", "90 %"]);
        Words(lines[2]).Should().Contain(["green", "10 %"]);
    }

    [Fact]
    public void An_empty_environment_is_one_line_without_an_address()
    {
        var lines = Lines(new EnvironmentStatus("production", "local", Url, "empty", [], LastDeployment: null));

        lines.Should().HaveCount(2);
        Words(lines[1]).Should().Equal("production", "empty");
    }

    [Theory]
    [InlineData("down")]
    [InlineData("deploying")]
    [InlineData("serving")]
    public void A_slot_that_is_not_ready_says_so_whatever_the_state(string state)
    {
        var lines = Lines(
            new EnvironmentStatus(
                "staging",
                "local",
                Url,
                state,
                [Slot("blue", "1.0.0", traffic: 100) with { Healthy = false }],
                LastDeployment: null
            )
        );

        Words(lines[1]).Should().Contain([state, "not ready"]);
    }

    static List<string> Lines(params EnvironmentStatus[] environments) =>
        [.. StatusTable.Of(new StatusReport(environments)).ToLines()];

    static string[] Words(string line) =>
        line.Split("  ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static SlotStatus Slot(string name, string version, int traffic) =>
        new(name, version, $"sha256:{new string(version[0], 64)}", traffic, Healthy: true, Instances: 1);
}
