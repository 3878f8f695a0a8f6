using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class ContractedSchemaTests : IDisposable
{
    static readonly PendingMigration s_less = new("0003_less", "contract", "bb", [], "2.0.0");
    static readonly PlannedMigrations s_contract = new(2, "0002_tags", [s_less]);
    static readonly PlannedMigrations s_applied = new(3, "0003_less", []);

    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_rollback_past_a_contract_migration_is_refused_and_says_how_far_back_is_possible()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        await DeployAsync(Some.V3, s_contract);
        var calls = _site.Machine.Calls.Count;

        var refused = await Refusing(deployer => deployer.RollbackAsync("1.0.0"))
            .Should()
            .ThrowAsync<DeliveryException>();

        refused
            .Which.Message.Should()
            .Match(
                $"staging cannot go back to {Some.V1}: the migration 0003_less, which {Some.V3} brought at *, took away what "
                    + "releases before 2.0.0 use. Go forward: repair it and ./build.sh Deploy. Or go back less far: "
                    + "./build.sh Rollback --environment staging --to 2.0.0."
            );
        _site.Machine.Calls.Should().HaveCount(calls);
        (await Deployer(s_applied).RollbackAsync("2.0.0")).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task So_is_one_that_names_nothing()
    {
        await DeployAsync(Some.V2);
        await DeployAsync(Some.V3, s_contract);
        // As older versions allowed it: what is kept is from before the release.
        Keep(Some.V1);

        await Refusing(deployer => deployer.RollbackAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage($"staging cannot go back to {Some.V1}: *--to 2.0.0.");
    }

    [Fact]
    public async Task So_is_a_swap()
    {
        await DeployAsync(Some.V2);
        await DeployAsync(Some.V3, s_contract);
        Keep(Some.V1);

        await Refusing(deployer => deployer.SwapAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage($"staging cannot go back to {Some.V1}: *");
    }

    [Fact]
    public async Task A_migration_stays_when_its_deployment_was_rolled_back()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        (await Deployer(s_contract, failing: "smoke Preview").DeployAsync(Some.V3)).Should().BeOfType<RolledBack>();

        await Refusing(deployer => deployer.RollbackAsync("1.0.0")).Should().ThrowAsync<DeliveryException>();
    }

    [Fact]
    public async Task One_that_failed_counts_only_when_the_database_has_it()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2);
        (await Deployer(s_contract, failing: "migrate").DeployAsync(Some.V3)).Should().BeOfType<RolledBack>();

        foreach (var unknown in (PlannedMigrations?[])[s_applied, null])
            await Refusing(deployer => deployer.RollbackAsync("1.0.0"), unknown)
                .Should()
                .ThrowAsync<DeliveryException>();
        (await Deployer(s_contract).RollbackAsync("1.0.0")).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task An_expanding_migration_stops_nobody()
    {
        await DeployAsync(Some.V1);
        await DeployAsync(Some.V2, new PlannedMigrations(1, "0001_begin", [s_less with { Phase = "expand" }]));

        (await Deployer(s_applied).RollbackAsync("1.0.0")).Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task What_was_good_after_it_can_come_back_whatever_its_version()
    {
        var nightly = Some.Revision("0.0.0-nightly", '7');
        await DeployAsync(Some.V2);
        await DeployAsync(Some.V3, s_contract);
        await DeployAsync(nightly, s_applied);
        await DeployAsync(Some.V3, s_applied);

        (await Deployer(s_applied).RollbackAsync("0.0.0-nightly")).Should().BeOfType<Succeeded>();
    }

    async Task DeployAsync(Revision revision, PlannedMigrations? pending = null) =>
        (await Deployer(pending).DeployAsync(revision)).Should().BeOfType<Succeeded>();

    Func<Task<Outcome>> Refusing(Func<Deployer, Task<Outcome>> command, PlannedMigrations? pending = null) =>
        () => command(Deployer(pending));

    Deployer Deployer(PlannedMigrations? pending, string? failing = null) =>
        _site.Deployer(platform: new ModelPlatform(_site.Machine) { Pending = pending, Failing = failing });

    void Keep(Revision revision)
    {
        var world = _site.Machine.World;
        var idle = world.Live!.Name.Other();
        _site.Machine.World = world.With(new SlotState(idle, revision, 1, 1, 0));
    }
}
