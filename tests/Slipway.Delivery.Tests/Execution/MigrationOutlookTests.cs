using System.Text;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class MigrationOutlookTests : IDisposable
{
    static readonly PendingMigration s_tags = new("0002_tags", "expand", "aa", ["lock-table: locks photos"]);
    static readonly PendingMigration s_less = new("0003_less", "contract", "bb", [], "1.4.0");
    static readonly PlannedMigrations s_pending = new(1, "0001_begin", [s_tags]);
    static readonly PlannedMigrations s_contract = new(2, "0002_tags", [s_less]);

    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_plan_says_what_it_migrates()
    {
        var plan = await Deployer(s_pending).PreviewAsync(Some.V1);

        plan.Migrations.Should().Be(s_pending);
        Plan.Load(Saved(plan), plan.Digest).Migrations.Should().BeEquivalentTo(s_pending);
    }

    [Fact]
    public async Task A_plan_for_an_empty_database_reads_back_as_it_was_written()
    {
        var planned = new PlannedMigrations(0, Last: null, [new PendingMigration("0001_begin", Phase: null, "aa", [])]);

        var plan = await Deployer(planned).PreviewAsync(Some.V1);

        Plan.Load(Saved(plan), plan.Digest).Migrations.Should().BeEquivalentTo(planned);
    }

    [Fact]
    public async Task A_plan_that_knows_nothing_of_migrations_is_written_as_it_always_was()
    {
        var plan = await Deployer(pending: null).PreviewAsync(Some.V1);

        plan.Should().BeEquivalentTo(Planner.Deploy(Some.Environment, "model", World.Empty, Some.V1));
        Encoding.UTF8.GetString(CanonicalJson.Write(plan)).Should().NotContain("\"migrations\"");
        (await Deployer(pending: null).RunAsync(plan)).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_plan_that_has_nothing_to_migrate_does_not_ask()
    {
        await Deployer(pending: null).DeployAsync(Some.V1);

        (await Deployer(s_pending).PreviewAsync(Some.V1)).Migrations.Should().BeNull();
    }

    [Fact]
    public async Task A_plan_is_refused_when_a_migration_was_applied_since()
    {
        var plan = await Deployer(s_pending).PreviewAsync(Some.V1);

        var outcome = await Deployer(new PlannedMigrations(2, "0002_tags", [])).RunAsync(plan);

        var refused = outcome.Should().BeOfType<Refused>().Subject;
        refused
            .Differences.Should()
            .Equal(
                "1 migration was applied (0001_begin) in the database, now 2 migrations were applied (the last 0002_tags)",
                "pending was 0002_tags (aa), now nothing"
            );
        refused.Anew.Migrations!.Pending.Should().BeEmpty();
        _site.Machine.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_is_refused_when_its_image_does_not_tell_any_more()
    {
        var plan = await Deployer(s_pending).PreviewAsync(Some.V1);

        (await Deployer(pending: null).RunAsync(plan)).Should().BeOfType<Refused>();
    }

    [Fact]
    public async Task A_plan_without_migrations_runs_where_they_are_known_now()
    {
        var plan = await Deployer(pending: null).PreviewAsync(Some.V1);

        (await Deployer(s_pending).RunAsync(plan)).Should().BeOfType<Succeeded>();
    }

    [Theory]
    [InlineData("1.3.9")]
    [InlineData("1.4.0-rc.1")]
    public async Task A_contract_is_refused_while_an_older_release_is_live(string live)
    {
        _site.Machine.World = Some.Serving(Some.Revision(live, '1'));

        (
            await Deployer(s_contract)
                .Awaiting(deployer => deployer.DeployAsync(Some.V2))
                .Should()
                .ThrowAsync<DeliveryException>()
        ).WithMessage(
            $"0003_less takes away what releases before 1.4.0 use, and live is {live} in staging. "
                + "Deploy 1.4.0 or a later release without this migration there first."
        );

        _site.Machine.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("1.4.0")]
    [InlineData("1.4.1-3")]
    [InlineData("2.0.0+dirty")]
    public async Task A_contract_runs_when_its_release_or_a_later_one_is_live(string live)
    {
        _site.Machine.World = Some.Serving(Some.Revision(live, '1'));

        (await Deployer(s_contract).DeployAsync(Some.V2)).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_contract_is_refused_while_an_older_release_is_live_in_another_environment()
    {
        _site.Machine.World = Some.Serving(Some.Revision("1.4.0", '1'));

        (
            await Deployer(s_contract, new LiveRelease("production", "1.3.0"))
                .Awaiting(deployer => deployer.DeployAsync(Some.V2))
                .Should()
                .ThrowAsync<DeliveryException>()
        ).WithMessage("*live is 1.3.0 in production.*");
    }

    [Fact]
    public async Task A_contract_that_was_planned_is_refused_when_an_older_release_is_live_by_then()
    {
        _site.Machine.World = Some.Serving(Some.Revision("1.4.0", '1'));
        var plan = await Deployer(s_contract).PreviewAsync(Some.V2);

        await Deployer(s_contract, new LiveRelease("production", "1.3.0"))
            .Awaiting(deployer => deployer.RunAsync(plan))
            .Should()
            .ThrowAsync<DeliveryException>();
    }

    [Fact]
    public async Task A_contract_runs_where_nothing_is_live() =>
        (await Deployer(s_contract).DeployAsync(Some.V2)).Should().BeOfType<Succeeded>();

    Deployer Deployer(PlannedMigrations? pending, params LiveRelease[] elsewhere) =>
        new(
            Some.Environment,
            _site.Directory,
            new ModelPlatform(_site.Machine) { Pending = pending },
            _site,
            _site.Time,
            Some.Ada,
            elsewhere: _ => Task.FromResult<IReadOnlyList<LiveRelease>>(elsewhere)
        );

    string Saved(Plan plan)
    {
        new PendingPlans(_site.Directory).Save(plan);
        return new PendingPlans(_site.Directory).FileOf(plan.Digest);
    }
}
