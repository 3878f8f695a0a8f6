using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>Two environments on one machine that would like to have the same ports.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TwoEnvironmentsTests
{
    [Fact]
    public async Task Deployed_at_once_each_gets_ports_of_its_own_and_answers_itself()
    {
        using var directory = new TempDirectory();
        await using var first = new LocalSite(spec => spec with { Instances = 2 }, directory["first"]);
        await using var second = new LocalSite(spec => spec with { Instances = 2 }, Neighbour.PathOf(first, directory));
        second.Revision();
        Revision one = first.Revision(),
            two = second.Revision();

        var outcomes = await Task.WhenAll(
            Task.Run(() => first.DeployAsync(one)),
            Task.Run(() => second.DeployAsync(two))
        );

        outcomes.Should().AllBeOfType<Succeeded>();
        PortsOf(first).Concat(PortsOf(second)).Should().HaveCount(4).And.OnlyHaveUniqueItems();
        (await first.VersionAsync()).Version.Should().Be("1.0.0");
        (await second.VersionAsync()).Version.Should().Be("2.0.0");
    }

    static IEnumerable<int> PortsOf(LocalSite site) =>
        SlotRecord.Read(site.Directory, Slot.Blue)!.Instances.Select(instance => instance.Port);
}
