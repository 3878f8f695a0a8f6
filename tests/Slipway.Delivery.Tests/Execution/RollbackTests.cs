using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class RollbackTests : IDisposable
{
    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

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
    public async Task To_undo_an_unfinished_deployment_is_the_way_back()
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
        (await _site.Deployer(platform: broken).DeployAsync(Some.V2)).Should().BeOfType<Unfinished>();

        var outcome = await _site.Deployer().RollbackAsync();

        outcome.Should().BeOfType<Undone>().Which.Plan.Wanted.Should().Be(Some.V2);
        _site.Machine.World.Live!.Revision.Should().Be(Some.V1);
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

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
}
