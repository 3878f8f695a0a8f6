using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Platforms.Local.Supervision;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>A deployer that is a real process, killed with SIGKILL; the next one converges.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KilledDeployerTests
{
    /// <summary>Entries in the journal when it is killed: after the intents of start, readiness, preview and switch.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public async Task The_old_revision_serves_on_and_the_next_deployment_converges(int entries)
    {
        await using var site = new LocalSite();
        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        var before = Entries(site);
        var wanted = site.Revision();

        using (var deployer = Start(site, wanted))
        {
            await Wait.UntilAsync(() => Entries(site) >= before + entries || deployer.HasExited, "it is at work");
            deployer.Kill();
            await deployer.WaitForExitAsync();
        }

        (await site.VersionAsync()).Version.Should().BeOneOf("1.0.0", "2.0.0");
        (await site.DeployAsync(wanted)).IsGood.Should().BeTrue();

        (await site.VersionAsync()).Version.Should().Be("2.0.0");
        var world = await site.WorldAsync();
        world.Slots.Should().ContainSingle(slot => slot.Traffic == 100 && slot.Healthy == 1);
        History.Unfinished(History.Of(DeploymentJournal.Read(site.Directory).Entries)).Should().BeNull();
        (await site.ProcessesAsync())
            .Select(process => process.Name)
            .Should()
            .BeSubsetOf(["blue-1", "gateway", "green-1"]);
    }

    [Fact]
    public async Task After_everything_of_the_environment_was_killed_a_deployment_serves_again()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        await site.DeployAsync(revision);

        // As a machine that went down: the supervisor first, so that it starts nothing again.
        foreach (var id in await ProcessIdsAsync(site))
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            await process.WaitForExitAsync();
        }

        (await site.WorldAsync()).Should().BeEquivalentTo(new { GatewayPort = (int?)null, Live = new { Healthy = 0 } });
        (await site.DeployAsync(revision)).Should().BeOfType<Succeeded>();

        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    static async Task<IReadOnlyList<int>> ProcessIdsAsync(LocalSite site)
    {
        var supervisor = new SupervisorLauncher(site.Directory.Path, HostFiles.BesideBuild(site.State.Path)).Client;
        var status = await supervisor.ListAsync();
        return [status.Pid, .. status.Processes.Select(process => process.Pid).OfType<int>()];
    }

    static int Entries(LocalSite site) => DeploymentJournal.Read(site.Directory).Entries.Count;

    static Process Start(LocalSite site, Revision wanted) =>
        Process.Start(
            HostFiles.DotNet(),
            [
                Path.Combine(AppContext.BaseDirectory, "Slipway.Testing.Deployer.dll"),
                site.State.Path,
                site.Store.Directory,
                site.Spec.Port.ToString(CultureInfo.InvariantCulture),
                wanted.Version,
                wanted.Commit,
                wanted.Digest,
            ]
        );
}
