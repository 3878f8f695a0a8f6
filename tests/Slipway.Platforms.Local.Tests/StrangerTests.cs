using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>Somebody else listens where an instance should.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StrangerTests
{
    [Fact]
    public async Task Who_took_the_port_of_an_instance_before_it_started_is_named_and_no_user_meets_him()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var wanted = site.Revision();
        Stranger? stranger = null;
        var port = 0;
        // The port is chosen and on disk, and the instance is not started yet.
        var disk = new WatchedDisk(path =>
        {
            if (stranger is not null || !path.EndsWith("green/slot.json", StringComparison.Ordinal))
                return;
            port = SlotRecord.Read(site.Directory, Slot.Green)!.Instances.Single().Port;
            stranger = new Stranger(port, wanted.Version);
        });
        var state = new StateDirectory(site.State.Path, disk);
        using var platform = new LocalPlatform(site.Spec, state, site.Store);

        var outcome = await new Deployer(site.Spec, state.Environment(site.Spec.Name), platform).DeployAsync(wanted);

        using (stranger)
        {
            outcome
                .Should()
                .BeOfType<RolledBack>()
                .Which.Evidence.Message.Should()
                .StartWith($"Port {port} is answered by process {Environment.ProcessId} (")
                .And.Contain(", not by green-1, ")
                .And.EndWith("End that process, and deploy again.");
            (await site.VersionAsync()).Slot.Should().Be("blue");
            (await site.DeployAsync(wanted)).Should().BeOfType<Succeeded>("another port is chosen");
            (await site.VersionAsync()).Slot.Should().Be("green");
        }
    }

    [Fact]
    public async Task Who_took_the_port_of_an_instance_that_died_does_not_count_as_healthy()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var instance = SlotRecord.Read(site.Directory, Slot.Blue)!.Instances.Single();
        var supervisor = (await site.Supervisor.ListAsync()).Pid;
        var process = (await site.ProcessesAsync()).Single(process => process.Name == instance.Name).Pid!.Value;
        // It cannot start the instance again before the port has another listener.
        await SignalAsync("STOP", supervisor);
        await SignalAsync("KILL", process);
        await Wait.UntilAsync(() => LoopbackPorts.IsFree(instance.Port), "the instance is gone");
        using var stranger = new Stranger(instance.Port, "1.0.0");
        await SignalAsync("CONT", supervisor);

        (await site.WorldAsync()).Blue.Healthy.Should().Be(0);
    }

    static async Task SignalAsync(string signal, int process) =>
        (await CommandLine.RunAsync("kill", ["-s", signal, $"{process}"])).ExitCode.Should().Be(0);
}
