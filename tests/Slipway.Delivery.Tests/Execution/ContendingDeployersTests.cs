using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>Two deployers of one environment: the lease decides.</summary>
public sealed class ContendingDeployersTests : IDisposable
{
    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

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

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
}
