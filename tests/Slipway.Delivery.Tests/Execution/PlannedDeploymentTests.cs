using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>A plan that was made before it is run: previewed, approved, refused.</summary>
public sealed class PlannedDeploymentTests : IDisposable
{
    static readonly EnvironmentSpec s_withApproval = Some.Environment with { RequiresApproval = true };

    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

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

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();

    async Task<Plan> ApprovedAsync(Revision revision)
    {
        var waiting = (AwaitingApproval)await _site.Deployer(s_withApproval).DeployAsync(revision);
        new PendingPlans(_site.Directory).Approve(waiting.Plan.Digest, "bob", _site.Time.GetUtcNow());
        return waiting.Plan;
    }
}
