using System.Text.Json;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Environments;

public sealed class EnvironmentStatusTests
{
    static readonly LeaseRecord s_lease = new(1, default, default, "Deploy", Some.Ada);

    [Fact]
    public void An_environment_without_traffic_is_empty() => StateOf(World.Empty).Should().Be("empty");

    [Fact]
    public void With_every_instance_ready_it_serves() => StateOf(Some.Serving(Some.V1)).Should().Be("serving");

    [Fact]
    public void With_some_instances_ready_it_is_degraded() =>
        StateOf(Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 2, 1, 100) })
            .Should()
            .Be("degraded");

    [Fact]
    public void With_no_instance_ready_it_is_down() =>
        StateOf(Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 1, 0, 100) }).Should().Be("down");

    [Fact]
    public void Without_a_gateway_it_is_down() =>
        StateOf(Some.Serving(Some.V1) with { GatewayPort = null }).Should().Be("down");

    [Fact]
    public void With_the_lease_held_it_is_deploying() =>
        StateOf(Some.Serving(Some.V1), Record(DeploymentResult.Unfinished), s_lease).Should().Be("deploying");

    [Fact]
    public void With_nobody_at_an_unfinished_deployment_it_is_unfinished() =>
        StateOf(Some.Serving(Some.V1), Record(DeploymentResult.Unfinished)).Should().Be("unfinished");

    [Theory]
    [InlineData(RestoreStage.Stopping, "stopping", false)]
    [InlineData(RestoreStage.Loading, "loading", true)]
    [InlineData(RestoreStage.Starting, "starting", true)]
    [InlineData(RestoreStage.Returning, "returning", false)]
    public void With_nobody_at_a_restore_it_is_unfinished_too(RestoreStage stage, string name, bool forward)
    {
        var restore = new RestoreRecord("/backups/a.backup", Some.V1, Slot.Blue, 1, stage, "/backups/b.backup");

        var status = Status(Some.Serving(Some.V1), restore: restore);

        status.State.Should().Be("unfinished");
        status.Restore.Should().Be(new RestoreStatus("/backups/a.backup", name, forward, "/backups/b.backup"));
        Status(Some.Serving(Some.V1), lease: s_lease, restore: restore).State.Should().Be("deploying");
    }

    [Fact]
    public void The_report_has_the_documented_shape()
    {
        var status = Status(Some.Serving(Some.V2, kept: Some.V1), Record(DeploymentResult.RolledBack));

        var json = JsonDocument.Parse(new StatusReport([status]).ToJson()).RootElement;

        var environment = json.GetProperty("environments")[0];
        Names(environment)
            .Should()
            .Equal(
                "name",
                "platform",
                "url",
                "state",
                "slots",
                "lastDeployment",
                "expiresAt",
                "waitingPlan",
                "restore",
                "change",
                "hasRemains"
            );
        var slot = environment.GetProperty("slots")[0];
        Names(slot).Should().Equal("name", "version", "digest", "traffic", "healthy", "instances");
        slot.GetProperty("traffic").GetInt32().Should().Be(100);
        slot.GetProperty("healthy").GetBoolean().Should().BeTrue();
        environment.GetProperty("lastDeployment").GetProperty("result").GetString().Should().Be("rolled-back");
    }

    [Fact]
    public void Without_a_deployment_the_last_one_is_null()
    {
        var json = JsonDocument.Parse(new StatusReport([Status(World.Empty)]).ToJson()).RootElement;

        json.GetProperty("environments")[0].GetProperty("lastDeployment").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public void Who_changes_it_is_told_with_what_is_done()
    {
        var status = Status(World.Empty, last: null, s_lease with { Plan = "f" });

        status.Change.Should().Be(new ChangeStatus("ada@laptop (pid 4711)", default, "Deploy", "f"));
    }

    static string StateOf(World world, DeploymentRecord? last = null, LeaseRecord? lease = null) =>
        Status(world, last, lease).State;

    static EnvironmentStatus Status(
        World world,
        DeploymentRecord? last = null,
        LeaseRecord? lease = null,
        RestoreRecord? restore = null
    ) =>
        EnvironmentStatus.Of(
            "staging",
            "local",
            new Uri("http://127.0.0.1:8081"),
            world,
            last is null ? [] : [last],
            lease,
            restore
        );

    static DeploymentRecord Record(DeploymentResult result) =>
        new(new string('a', 64), Purpose.Deploy, Some.V1, "ada", default, null, result, [], [], GoesBack: false, null);

    static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);
}
