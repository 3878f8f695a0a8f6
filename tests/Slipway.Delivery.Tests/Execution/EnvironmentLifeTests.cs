using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

/// <summary>What is told of an environment, and its end.</summary>
public sealed class EnvironmentLifeTests : IDisposable
{
    readonly Site _site = new();

    public void Dispose() => _site.Dispose();

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

    async Task DeployAsync(Revision revision) =>
        (await _site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
}
