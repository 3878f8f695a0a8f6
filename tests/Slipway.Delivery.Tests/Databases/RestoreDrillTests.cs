using Slipway.Delivery.Databases;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Databases;

public sealed class RestoreDrillTests
{
    [Fact]
    public async Task A_sound_backup_passes_and_its_age_is_told()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);
        await site.Keeper().BackUpAsync();
        site.Site.Time.Advance(TimeSpan.FromHours(3));
        site.Machine.Content = "albums that were written since";

        var report = await site.Keeper().DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.Passed, report.Why);
        report.RecoveryPointSeconds.Should().Be(3 * 60 * 60);
        report.Tables.Should().ContainSingle(table => table.IsEqual);
        site.Machine.Content.Should().Be("albums that were written since");
        await site.ShouldBeTidyAsync("it has ended");
    }

    [Fact]
    public async Task A_flipped_byte_fails_it()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);
        var backup = await site.Keeper().BackUpAsync();
        await File.WriteAllTextAsync(backup.File, "albumz");

        var report = await site.Keeper().DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.Failed);
        report.Why.Should().Contain("is not the backup that was written");
    }

    [Fact]
    public async Task What_restores_as_something_else_fails_it()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);
        var backup = await site.Keeper().BackUpAsync();
        await File.WriteAllTextAsync(backup.File, "albumz");
        var (size, sha256) = await BackupStore.MeasureAsync(backup.File, CancellationToken.None);
        var manifest = backup.Manifest with { Size = size, Sha256 = sha256 };
        Slipway.Delivery.State.DurableFile.WriteJson(
            Path.ChangeExtension(backup.File, ".json"),
            manifest,
            UnflushedDisk.Instance
        );

        var report = await site.Keeper().DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.Failed);
        report.Why.Should().Contain("1 of 1 table differs: texts has 6 rows, and not all as they were");
    }

    [Fact]
    public async Task A_restore_that_fails_fails_it()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);
        await site.Keeper().BackUpAsync();

        var report = await site.Keeper(failing: "load a copy").DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.Failed);
        await site.ShouldBeTidyAsync("a failure leaves nothing");
    }

    [Fact]
    public async Task Without_a_backup_nothing_was_checked()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);

        var report = await site.Keeper().DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.NotChecked);
        DatabaseLog
            .Read(site.Site.Directory)[^1]
            .Should()
            .Match<DatabaseLogEntry>(entry => entry.Event == DatabaseEvent.Drilled && !entry.Good);
    }
}
