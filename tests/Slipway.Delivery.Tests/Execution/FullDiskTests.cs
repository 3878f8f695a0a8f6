using Slipway.Delivery.Journal;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_disk_that_is_full_from_any_write_on_leaves_a_revision_serving_and_readable_state()
    {
        for (var write = 1; ; write++)
        {
            using var site = new Site();
            await site.Deployer().DeployAsync(Some.V1);
            var disk = new FullDisk(fullFrom: write);

            await DeployAsync(site, disk);
            if (!disk.WasFull)
                return;

            var because = $"the disk was full from write {write} on";
            site.Machine.Outages.Should().BeEmpty(because);
            site.Machine.World.Live!.Healthy.Should().Be(1, because);
            site.History.Should().NotBeEmpty(because);

            site.LetLeasesExpire();
            (await site.Deployer().DeployAsync(Some.V2)).IsGood.Should().BeTrue(because);
            site.Machine.World.Live.Revision.Should().Be(Some.V2, because);
            History.Unfinished(site.History).Should().BeNull(because);
        }
    }

    static async Task DeployAsync(Site site, FullDisk disk)
    {
        try
        {
            var outcome = await site.Deployer(disk: disk).DeployAsync(Some.V2);
            if (outcome.IsGood)
                site.Machine.World.Live!.Revision.Should().Be(Some.V2);
        }
        catch (IOException full)
        {
            full.Message.Should().Contain("No space left on device");
        }
    }
}
