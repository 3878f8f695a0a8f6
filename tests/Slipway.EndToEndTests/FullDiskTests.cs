using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>State on a real file system that is full.</summary>
[Collection(CloneCollection.Name)]
public sealed class FullDiskTests(Clone clone)
{
    [SkippableFact]
    public async Task A_full_disk_leaves_the_old_revision_serving_and_room_on_it_is_all_that_is_needed()
    {
        await using var disk = await SmallDisk.MountAsync(clone.Beside("small-disk"));
        await clone.Site.ServeGoodAsync();
        var site = clone.NewSite(disk.Path);
        site.TakeImagesFrom(clone.Site);
        await site.ServeGoodAsync();
        var troubled = await clone.TroubledAsync();
        site.TakeImagesFrom(clone.Site);

        disk.Fill();
        (await site.DeployPushedAsync()).ShouldFailPlainly("No space left on device", disk.Path);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);

        disk.MakeRoom();
        var again = await site.DeployPushedAsync();
        again.ExitCode.Should().Be(0, again.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(troubled);
        (await site.DestroyAsync()).Should().BeEmpty("the disk goes with this test");
    }
}
