using Slipway.Delivery.Databases;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Databases;

public sealed class DatabaseKeeperTests
{
    [Fact]
    public async Task A_backup_holds_what_the_database_held_and_was_restored_once()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);

        var backup = await site.Keeper().BackUpAsync();

        (await File.ReadAllTextAsync(backup.File)).Should().Be("albums");
        backup.Manifest.By.Should().Be(Some.V1);
        backup.Manifest.Reason.Should().Be("by hand");
        await site.ShouldBeTidyAsync("it has ended");
        DatabaseLog
            .Read(site.Site.Directory)
            .Should()
            .ContainSingle(entry => entry.Event == DatabaseEvent.BackedUp && entry.Good);
    }

    [Theory]
    [InlineData("dump")]
    [InlineData("load a copy")]
    public async Task A_backup_that_fails_leaves_the_older_ones(string failing)
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);
        var older = await site.Keeper().BackUpAsync();

        var backing = () => site.Keeper(failing: failing).BackUpAsync();

        await backing.Should().ThrowAsync<StepFailedException>().WithMessage($"{failing} failed.");
        site.Backups.All().Should().BeEquivalentTo([older]);
        await site.ShouldBeTidyAsync("a failure leaves nothing");
    }

    [Fact]
    public async Task A_restore_stops_everything_loads_and_serves_and_keeps_what_was_there()
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1, Some.V2);
        var backup = await site.Keeper().BackUpAsync();
        site.Machine.Content = "new";

        var result = await site.Keeper().RestoreAsync("last");

        result.Failure.Should().BeNull();
        site.Machine.Content.Should().Be("old");
        (await File.ReadAllTextAsync(result.Safety!)).Should().Be("new");
        result.File.Should().Be(backup.File);
        site.Machine.World.Live!.Revision.Should().Be(Some.V2);
        site.Machine.World.Live.Healthy.Should().Be(1);
        site.Said.Should().Contain("users get no answer from here until the restore has ended");
        await site.ShouldBeTidyAsync("it has ended");
    }

    [Theory]
    [InlineData("load")]
    [InlineData("migrate")]
    [InlineData("smoke Preview")]
    public async Task A_restore_that_fails_leaves_the_database_as_it_was(string failing)
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1);
        await site.Keeper().BackUpAsync();
        site.Machine.Content = "new";
        if (failing is "load")
        {
            // What fails twice cannot be taken back: it is left for the next command, which does.
            var restoring = () => site.Keeper(failing: failing).RestoreAsync("last");
            await restoring.Should().ThrowAsync<StepFailedException>();
            RestoreRecord.Read(site.Site.Directory)!.Stage.Should().Be(RestoreStage.Returning);
            await site.Deployer().DeployAsync(Some.V1);
        }
        else
        {
            var result = await site.Keeper(failing: failing).RestoreAsync("last");
            result.Failure!.Message.Should().Be($"{failing} failed.");
        }

        site.Machine.Content.Should().Be("new");
        site.Machine.World.Live!.Healthy.Should().Be(1);
        RestoreRecord.Read(site.Site.Directory).Should().BeNull();
        DatabaseLog.Read(site.Site.Directory)[^1].Event.Should().Be(DatabaseEvent.RestoreTakenBack);
    }

    [Fact]
    public async Task A_restore_that_fails_on_a_full_disk_serves_again_what_was_there_before()
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1);
        await site.Keeper().BackUpAsync();
        site.Machine.Content = "new";
        // Stopping, Loading, Starting, and then that it comes back: no room for that until the load is undone.
        var disk = new RefusingDisk("restore.json", write: 4);

        var result = await site.Keeper(failing: "migrate", disk: disk).RestoreAsync("last");

        result.Failure!.Message.Should().Be("migrate failed.");
        site.Machine.Content.Should().Be("new");
        site.Machine.World.Live!.Healthy.Should().Be(1);
        RestoreRecord.Read(site.Site.Directory).Should().BeNull();
    }

    [Fact]
    public async Task A_restore_that_cannot_record_its_load_serves_again_what_was_there_before()
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1);
        await site.Keeper().BackUpAsync();
        site.Machine.Content = "new";
        // Stopping, Loading, and then that it is loaded.
        var disk = new RefusingDisk("restore.json", write: 3);

        var result = await site.Keeper(disk: disk).RestoreAsync("last");

        result.Failure!.Message.Should().Contain("No space left on device");
        site.Machine.Content.Should().Be("new");
        site.Machine.World.Live!.Healthy.Should().Be(1);
        RestoreRecord.Read(site.Site.Directory).Should().BeNull();
    }

    [Fact]
    public async Task A_backup_that_has_changed_is_not_restored_and_nothing_is_stopped()
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1);
        var backup = await site.Keeper().BackUpAsync();
        await File.WriteAllTextAsync(backup.File, "0ld");
        site.Machine.Outages.Clear();

        var restoring = () => site.Keeper().RestoreAsync("last");

        await restoring.Should().ThrowAsync<DeliveryException>().WithMessage("*is not the backup that was written*");
        site.Machine.Outages.Should().BeEmpty();
    }

    [Fact]
    public async Task A_backend_without_verbs_for_backups_is_told_so()
    {
        using var site = new Site();
        await site.Deployer().DeployAsync(Some.V1);
        var keeper = new DatabaseKeeper(Some.Environment, site.Directory, new ModelPlatform(site.Machine));

        var backing = () => keeper.BackUpAsync();

        await backing
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("The backend of staging has no verbs for backups*");
    }
}
