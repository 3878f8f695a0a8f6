using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Execution;

public sealed class DeployerTests : IDisposable
{
    static readonly EnvironmentSpec s_withApproval = Some.Environment with { RequiresApproval = true };

    readonly Site _site = new();

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

    [Fact]
    public async Task A_second_deployer_is_told_who_is_at_it_and_changes_nothing()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var goOn = new SemaphoreSlim(0);
        var slow = new ModelPlatform(_site.Machine)
        {
            Before = call =>
            {
                if (call != "migrate")
                    return;
                started.SetResult();
                goOn.Wait();
            },
        };
        var first = Task.Run(() => _site.Deployer(platform: slow).DeployAsync(Some.V1));
        await started.Task;

        var second = Task.Run(() => _site.Deployer(holder: Some.Bob).DeployAsync(Some.V2));
        await Wait.UntilAsync(
            () =>
            {
                _site.Time.Advance(TimeSpan.FromMilliseconds(100));
                return second.IsCompleted;
            },
            "the second deployer gives up"
        );

        var refused = await FluentActions.Awaiting(() => second).Should().ThrowAsync<LeaseHeldException>();
        refused.Which.Message.Should().Contain("ada@laptop (pid 4711)").And.Contain("Deploy, plan ");
        goOn.Release();
        (await first).Should().BeOfType<Succeeded>();
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
    }

    [Fact]
    public async Task A_deployer_that_lost_its_lease_changes_nothing_more()
    {
        await DeployAsync(Some.V1);
        var platform = new ModelPlatform(_site.Machine)
        {
            Before = call =>
            {
                if (call == "ready green")
                    _site.LetLeasesExpire();
            },
        };

        var outcome = await _site.Deployer(platform: platform).DeployAsync(Some.V2);

        outcome.Should().BeOfType<Unfinished>().Which.Evidence.Message.Should().Contain("lease");
        _site.Machine.Calls[^1].Should().Be("ready green");
        (await _site.Deployer(holder: Some.Bob).DeployAsync(Some.V2)).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_rollback_switches_to_the_warm_slot_without_starting_or_migrating()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        _site.Machine.Calls.Clear();

        var outcome = await _site.Deployer().RollbackAsync();

        outcome.Should().BeOfType<Succeeded>();
        _site.Machine.Calls.Should().Equal("ready blue", "smoke Preview", "route blue", "smoke Public", "drain green");
    }

    [Fact]
    public async Task A_rollback_starts_the_last_good_revision_again_when_no_slot_keeps_it()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        var failing = new ModelPlatform(_site.Machine) { Failing = "smoke Preview" };
        await _site.Deployer(platform: failing).DeployAsync(Some.V3);
        _site.Machine.Calls.Clear();

        await _site.Deployer().RollbackAsync();

        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        _site.Machine.Calls[0].Should().Be("start blue");
    }

    [Fact]
    public async Task A_rollback_to_a_slot_that_died_starts_it_with_the_settings_of_today()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        var world = _site.Machine.World;
        _site.Machine.World = world.With(world.Blue with { Instances = 0, Healthy = 0 });
        var changed = Some.Environment with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Colour"] = "red" },
        };

        (await _site.Deployer(changed).RollbackAsync()).Should().BeOfType<Succeeded>();

        _site.Machine.World.Live!.Revision.Should().Be(Some.V1 with { Configuration = changed.ConfigurationDigest });
    }

    [Fact]
    public async Task A_rollback_without_a_revision_before_is_an_error()
    {
        await FluentActions
            .Awaiting(() => _site.Deployer().RollbackAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("There is no environment staging*");
        await DeployAsync(Some.V1);

        await FluentActions
            .Awaiting(() => _site.Deployer().RollbackAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*no revision before 1.0.0*");
    }

    [Fact]
    public async Task Where_an_approval_is_asked_for_the_plan_waits_and_nothing_changes()
    {
        var outcome = await _site.Deployer(s_withApproval).DeployAsync(Some.V1);

        var waiting = outcome.Should().BeOfType<AwaitingApproval>().Subject;
        waiting.IsGood.Should().BeTrue();
        _site.Machine.Calls.Should().BeEmpty();
        (await _site.Deployer(s_withApproval).StatusAsync()).WaitingPlan.Should().Be(waiting.Plan.Digest);
    }

    [Fact]
    public async Task An_approved_plan_runs_once()
    {
        var plan = await ApprovedAsync(Some.V1);

        (await _site.Deployer(s_withApproval).RunAsync(plan)).Should().BeOfType<Succeeded>();

        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        new PendingPlans(_site.Directory).ApprovalsOf(plan.Digest).Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_that_nobody_approved_does_not_run()
    {
        var waiting = (AwaitingApproval)await _site.Deployer(s_withApproval).DeployAsync(Some.V1);

        (await _site.Deployer(s_withApproval).RunAsync(waiting.Plan)).Should().BeOfType<AwaitingApproval>();

        _site.Machine.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task An_approved_plan_is_refused_when_the_world_has_moved_and_a_new_one_waits()
    {
        await DeployAsync(Some.V1);
        var plan = await ApprovedAsync(Some.V3);
        await DeployAsync(Some.V2);

        var outcome = await _site.Deployer(s_withApproval).RunAsync(plan);

        var refused = outcome.Should().BeOfType<Refused>().Subject;
        refused.Differences.Should().Contain(difference => difference.Contains("green held nothing, now 2.0.0"));
        refused.Anew.Digest.Should().NotBe(plan.Digest);
        _site.Machine.World.Live!.Revision.Should().Be(Some.V2);
        new PendingPlans(_site.Directory)
            .Waiting()
            .Should()
            .ContainSingle()
            .Which.Plan.Should()
            .Be(refused.Anew.Digest);
    }

    [Fact]
    public async Task Where_two_people_are_asked_for_one_does_not_start_it()
    {
        var two = s_withApproval with { Approval = new ApprovalPolicy { People = 2 } };
        var plan = await ApprovedAsync(Some.V1);

        (await _site.Deployer(two).RunAsync(plan)).Should().BeOfType<AwaitingApproval>();
        _site.Machine.Calls.Should().BeEmpty();

        new PendingPlans(_site.Directory).Approve(plan.Digest, "cy", _site.Time.GetUtcNow(), two.Approval);
        (await _site.Deployer(two).RunAsync(plan)).Should().BeOfType<Succeeded>();
        DeploymentJournal
            .Read(_site.Directory)
            .Entries[0]
            .Note.Should()
            .Be("approved by bob at 2026-01-01 00:00:00Z, approved by cy at 2026-01-01 00:00:00Z");
    }

    [Fact]
    public async Task A_plan_whose_revision_is_live_by_now_is_nothing_to_do()
    {
        var plan = await _site.Deployer().PreviewAsync(Some.V1);
        await DeployAsync(Some.V1);

        (await _site.Deployer().RunAsync(plan)).Should().BeOfType<NothingToDo>();
    }

    [Fact]
    public async Task A_plan_that_needs_no_approval_runs_as_it_was_previewed()
    {
        var plan = await _site.Deployer().PreviewAsync(Some.V1);

        (await _site.Deployer().RunAsync(plan)).Should().BeOfType<Succeeded>().Which.Plan.Should().BeSameAs(plan);

        var nothing = await _site.Deployer().PreviewAsync(Some.V1);
        (await _site.Deployer().RunAsync(nothing)).Should().BeOfType<NothingToDo>();
    }

    [Fact]
    public async Task A_plan_made_with_other_settings_is_refused()
    {
        var plan = await _site.Deployer().PreviewAsync(Some.V1);
        var changed = Some.Environment with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Colour"] = "red" },
        };

        await FluentActions
            .Awaiting(() => _site.Deployer(changed).RunAsync(plan))
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("The settings of staging are not those*");
    }

    [Fact]
    public async Task A_plan_for_another_environment_or_port_is_refused()
    {
        var plan = await _site.Deployer().PreviewAsync(Some.V1);

        await FluentActions
            .Awaiting(() => _site.Deployer(Some.Environment with { Name = "sandbox" }).RunAsync(plan))
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*is for staging, not sandbox*");
        await FluentActions
            .Awaiting(() => _site.Deployer(Some.Environment with { Port = 9000 }).RunAsync(plan))
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*on port 8081*on port 9000*");
    }

    [Fact]
    public async Task A_dirty_revision_is_refused_where_commits_only_are_taken()
    {
        var strict = Some.Environment with { RefusesDirty = true };

        await FluentActions
            .Awaiting(() => _site.Deployer(strict).DeployAsync(Some.V1 with { Dirty = true }))
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*uncommitted changes*");
        _site.Directory.Exists.Should().BeFalse();
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        var plan = await _site.Deployer().PreviewAsync(Some.V1);

        plan.Steps.Should().NotBeEmpty();
        _site.Directory.Exists.Should().BeFalse();
        _site.Machine.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Destroying_stops_everything_and_removes_the_directory()
    {
        await DeployAsync(Some.V1);

        await _site.Deployer().DestroyAsync();

        _site.Machine.World.Should().Be(World.Empty);
        System.IO.Directory.Exists(_site.Directory.Path).Should().BeFalse();
        await FluentActions
            .Awaiting(() => _site.Deployer().DestroyAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("There is no environment staging.");
    }

    [Fact]
    public async Task Destroying_keeps_the_data_when_asked_to()
    {
        await DeployAsync(Some.V1);
        await File.WriteAllTextAsync(Path.Combine(_site.Directory.Data, "gallery.db"), "pictures");

        await _site.Deployer().DestroyAsync(keepData: true);

        _site.Directory.Exists.Should().BeFalse();
        File.Exists(Path.Combine(_site.Directory.Data, "gallery.db")).Should().BeTrue();
        _site.Time.Advance(TimeSpan.FromSeconds(1));
        await DeployAsync(Some.V2);
    }

    [Fact]
    public async Task Status_tells_what_runs_and_what_was_done_last()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);

        var status = await _site.Deployer().StatusAsync();

        status.State.Should().Be("serving");
        status.Slots.Should().HaveCount(2).And.ContainSingle(slot => slot.Traffic == 100 && slot.Version == "2.0.0");
        status.LastDeployment!.Result.Should().Be("succeeded");
        status.LastDeployment.By.Should().Be("ada@laptop (pid 4711)");
    }

    public void Dispose() => _site.Dispose();

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();

    async Task<Plan> ApprovedAsync(Revision revision)
    {
        var waiting = (AwaitingApproval)await _site.Deployer(s_withApproval).DeployAsync(revision);
        new PendingPlans(_site.Directory).Approve(waiting.Plan.Digest, "bob", _site.Time.GetUtcNow());
        return waiting.Plan;
    }
}
