using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>Deployments, forward and undone.</summary>
public sealed class DeployerTests : IDisposable
{
    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_first_deployment_opens_the_gateway_and_sends_traffic()
    {
        var outcome = await _site.Deployer().DeployAsync(Some.V1);

        outcome.Should().BeOfType<Succeeded>();
        _site
            .Machine.Calls.Should()
            .Equal("open", "migrate", "start blue", "ready blue", "smoke Preview", "route blue", "smoke Public");
    }

    [Fact]
    public async Task A_second_deployment_takes_the_idle_slot_and_keeps_the_old_one_warm()
    {
        await DeployAsync(Some.V1);
        _site.Machine.Calls.Clear();

        await DeployAsync(Some.V2);

        _site
            .Machine.Calls.Should()
            .Equal(
                "migrate",
                "start green",
                "ready green",
                "smoke Preview",
                "route green",
                "smoke Public",
                "drain blue"
            );
        _site.Machine.World.Blue.Should().Be(new SlotState(Slot.Blue, Some.V1, 1, 1, 0));
    }

    [Fact]
    public async Task The_live_revision_is_not_deployed_again()
    {
        await DeployAsync(Some.V1);
        _site.Machine.Calls.Clear();

        var outcome = await _site.Deployer().DeployAsync(Some.V1);

        outcome.Should().BeOfType<NothingToDo>().Which.Reason.Should().Contain("1.0.0").And.Contain("8081");
        _site.Machine.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("start green")]
    [InlineData("ready green")]
    [InlineData("smoke Preview")]
    [InlineData("route green")]
    [InlineData("smoke Public")]
    [InlineData("drain blue")]
    public async Task A_step_that_fails_leaves_the_old_revision_serving_and_the_new_slot_empty(string failing)
    {
        await DeployAsync(Some.V1);

        var outcome = await _site
            .Deployer(platform: new ModelPlatform(_site.Machine) { Failing = failing })
            .DeployAsync(Some.V2);

        var rolledBack = outcome.Should().BeOfType<RolledBack>().Subject;
        rolledBack.Evidence.Should().BeEquivalentTo(new Evidence($"{failing} failed.", "/logs/it.log", ["last words"]));
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        _site.Machine.World.Green.Should().Be(SlotState.Empty(Slot.Green));
        _site.Machine.Outages.Should().BeEmpty();
        _site.History[^1].Result.Should().Be(DeploymentResult.RolledBack);
        _site.History[^1].Note.Should().Be($"{failing} failed.");
    }

    [Fact]
    public async Task A_first_deployment_that_fails_leaves_nothing_running()
    {
        var platform = new ModelPlatform(_site.Machine) { Failing = "ready blue" };

        await _site.Deployer(platform: platform).DeployAsync(Some.V1);

        _site.Machine.World.Should().Be(World.Empty with { MigratedBy = Some.V1.Digest });
    }

    [Fact]
    public async Task A_cancelled_deployment_is_undone()
    {
        await DeployAsync(Some.V1);
        using var cancel = new CancellationTokenSource();
        var platform = new ModelPlatform(_site.Machine)
        {
            Before = call =>
            {
                if (call == "route green")
                    cancel.Cancel();
            },
        };

        var outcome = await _site.Deployer(platform: platform).DeployAsync(Some.V2, cancel.Token);

        var rolledBack = outcome.Should().BeOfType<RolledBack>().Subject;
        rolledBack.Evidence.Message.Should().Be("Cancelled.");
        rolledBack.FailedStep.Should().BeOfType<Smoke>();
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
    }

    [Fact]
    public async Task An_undo_that_fails_leaves_the_rest_alone_and_the_next_run_converges()
    {
        await DeployAsync(Some.V1);
        var broken = new ModelPlatform(_site.Machine)
        {
            Before = call =>
            {
                if (call is "smoke Public" or "route blue")
                    throw new StepFailedException($"{call}: the gateway is gone.");
            },
        };

        var outcome = await _site.Deployer(platform: broken).DeployAsync(Some.V2);

        var unfinished = outcome.Should().BeOfType<Unfinished>().Subject;
        unfinished.Evidence.Message.Should().Contain("smoke Public").And.Contain("route blue");
        _site.Machine.World.Green.Healthy.Should().Be(1, "the slot with the traffic must not be stopped");

        (await _site.Deployer().DeployAsync(Some.V1)).Should().BeOfType<NothingToDo>();
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        _site.Events.OfType<Converging>().Should().ContainSingle().Which.Forward.Should().BeFalse();
    }

    [Fact]
    public async Task Another_port_moves_the_gateway_and_a_failure_moves_it_back()
    {
        await DeployAsync(Some.V1);
        var moved = Some.Environment with { Port = 9081 };
        var failing = new ModelPlatform(_site.Machine) { Failing = "ready green" };

        (await _site.Deployer(moved, failing).DeployAsync(Some.V2)).Should().BeOfType<RolledBack>();
        _site.Directory.ReadFacts()!.Port.Should().Be(Some.Environment.Port, "that is where it still is");
        _site.Machine.World.GatewayPort.Should().Be(8081);

        (await _site.Deployer(moved).DeployAsync(Some.V2)).Should().BeOfType<Succeeded>();
        _site.Machine.World.GatewayPort.Should().Be(9081);
        _site.Directory.ReadFacts()!.Port.Should().Be(9081);
    }

    [Fact]
    public async Task What_happens_is_told_in_order()
    {
        await _site
            .Deployer(platform: new ModelPlatform(_site.Machine) { Failing = "ready blue" })
            .DeployAsync(Some.V1);

        _site
            .Events.Where(happened => happened is not StepProgress)
            .Select(happened => happened.GetType().Name)
            .Should()
            .Equal(
                nameof(PlanMade),
                nameof(StepStarted),
                nameof(StepFinished),
                nameof(StepStarted),
                nameof(StepFinished),
                nameof(StepStarted),
                nameof(StepFinished),
                nameof(StepStarted),
                nameof(StepFailed),
                nameof(StepUndone),
                nameof(StepUndone),
                nameof(StepUndone),
                nameof(StepUndone)
            );
    }

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
}
