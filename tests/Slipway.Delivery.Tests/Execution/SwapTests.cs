using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class SwapTests : IDisposable
{
    readonly Site _site = new();

    [Fact]
    public async Task Live_and_idle_change_places_and_back()
    {
        await ServeTwoAsync();

        (await _site.Deployer().SwapAsync()).Should().BeOfType<Succeeded>();

        _site.Machine.Calls.Should().Equal("ready blue", "smoke Preview", "route blue", "smoke Public", "drain green");
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        _site.History[^1].Purpose.Should().Be(Purpose.Swap);

        (await _site.Deployer().SwapAsync()).Should().BeOfType<Succeeded>();

        _site.Machine.World.Live!.Revision.Should().Be(Some.V2);
        _site.Machine.Outages.Should().BeEmpty();
    }

    [Fact]
    public async Task A_swap_that_fails_leaves_both_warm_and_the_live_one_live()
    {
        await ServeTwoAsync();

        var outcome = await _site
            .Deployer(platform: new ModelPlatform(_site.Machine) { Failing = "smoke Public" })
            .SwapAsync();

        outcome.Should().BeOfType<RolledBack>();
        _site
            .Machine.World.Should()
            .BeEquivalentTo(
                Some.Serving(Some.V1) with
                {
                    Blue = new SlotState(Slot.Blue, Some.V1, 1, 1, 0),
                    Green = new SlotState(Slot.Green, Some.V2, 1, 1, 100),
                    MigratedBy = Some.V2.Digest,
                }
            );
    }

    [Fact]
    public async Task It_needs_no_approval()
    {
        await ServeTwoAsync();

        var outcome = await _site.Deployer(Some.Environment with { RequiresApproval = true }).SwapAsync();

        outcome.Should().BeOfType<Succeeded>();
    }

    [Fact]
    public async Task An_empty_slot_is_nothing_to_swap_with()
    {
        await _site.Deployer().DeployAsync(Some.V1);

        await _site
            .Deployer()
            .Awaiting(deployer => deployer.SwapAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*nothing in green to swap with: it is empty*");
    }

    [Fact]
    public async Task A_slot_whose_instances_are_not_ready_is_not_swapped_to()
    {
        await ServeTwoAsync();
        _site.Machine.World = _site.Machine.World.With(_site.Machine.World.Blue with { Healthy = 0 });

        await _site
            .Deployer()
            .Awaiting(deployer => deployer.SwapAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*0 of 1 instances of 1.0.0 * in blue are ready*Rollback --environment staging");
    }

    [Fact]
    public async Task What_was_never_deployed_cannot_be_swapped() =>
        await _site
            .Deployer()
            .Awaiting(deployer => deployer.SwapAsync())
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("There is no environment staging*");

    public void Dispose() => _site.Dispose();

    async Task ServeTwoAsync()
    {
        await _site.Deployer().DeployAsync(Some.V1);
        await _site.Deployer().DeployAsync(Some.V2);
        _site.Machine.Calls.Clear();
    }
}
