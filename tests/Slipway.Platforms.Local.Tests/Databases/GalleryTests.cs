using System.Runtime.Versioning;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Platforms.Local.Tests.Databases;

/// <summary>The real backend on this machine, its database backed up, rehearsed on, restored and drilled.</summary>
[UnsupportedOSPlatform("windows")]
public abstract class GalleryTests
{
    /// <summary>An environment of its own, on a database of its own.</summary>
    private protected abstract Task<LocalSite> SiteAsync();

    /// <summary>What is left of scratch databases on the server.</summary>
    private protected virtual Task<int> ScratchesAsync() => Task.FromResult(0);

    [SkippableFact]
    public async Task A_backup_restores_with_all_that_it_held_and_the_environment_serves_again()
    {
        await using var site = await SiteAsync();
        await DeployAsync(site, site.GalleryRevision());
        await site.AddAlbumAsync("Kept");
        var backup = await KeeperOf(site).BackUpAsync();
        await site.AddAlbumAsync("Made later");

        var result = await KeeperOf(site).RestoreAsync(backup.Name);

        result.Failure.Should().BeNull();
        (await site.AlbumsAsync()).Should().Equal("Kept");
        await site.AddAlbumAsync("Goes on");
        backup
            .Manifest.Tables!.Single(table => table.Table.EndsWith("albums", StringComparison.Ordinal))
            .Rows.Should()
            .Be(1);

        // What was there before the restore is a backup like any other.
        (await KeeperOf(site).RestoreAsync(result.Safety!))
            .Failure.Should()
            .BeNull();
        (await site.AlbumsAsync()).Should().Equal("Kept", "Made later");
        await ShouldBeTidyAsync(site);
    }

    [SkippableFact]
    public async Task A_drill_compares_table_by_table_and_touches_nothing_that_serves()
    {
        await using var site = await SiteAsync();
        await DeployAsync(site, site.GalleryRevision());
        await site.AddAlbumAsync("Kept");
        var backup = await KeeperOf(site).BackUpAsync();
        await site.AddAlbumAsync("Made later");

        var report = await KeeperOf(site).DrillAsync();

        report.Verdict.Should().Be(DrillVerdict.Passed, report.Why);
        report.Tables!.Count.Should().BeGreaterThanOrEqualTo(4);
        report.RecoveryTimeSeconds.Should().BePositive();
        (await site.AlbumsAsync()).Should().Equal("Kept", "Made later");

        Flip(backup.File);
        (await KeeperOf(site).DrillAsync()).Verdict.Should().Be(DrillVerdict.Failed);
        await ShouldBeTidyAsync(site);
    }

    [SkippableFact]
    public async Task A_migration_that_expands_is_backed_up_rehearsed_and_deployed()
    {
        await using var site = await SiteAsync();
        await DeployAsync(site, site.GalleryRevision());
        await site.AddAlbumAsync("Kept");

        await DeployAsync(site, site.GalleryRevision("ALTER TABLE albums ADD COLUMN mood TEXT"));

        (await site.AlbumsAsync()).Should().Equal("Kept");
        DatabaseLog
            .Read(site.Directory)
            .Select(entry => (entry.Event, entry.Good))
            .Should()
            .Equal((DatabaseEvent.BackedUp, true), (DatabaseEvent.Rehearsed, true));
        await ShouldBeTidyAsync(site);
    }

    [SkippableFact]
    public async Task A_migration_that_the_live_revision_cannot_live_with_is_found_on_the_copy()
    {
        await using var site = await SiteAsync();
        await DeployAsync(site, site.GalleryRevision());
        await site.AddAlbumAsync("Kept");

        var outcome = await site.DeployAsync(site.GalleryRevision("ALTER TABLE albums RENAME COLUMN title TO name"));

        outcome
            .Should()
            .BeOfType<RolledBack>()
            .Which.Evidence.Message.Should()
            .Match(
                "1.0.0 *, which is live, does not work with the schema of 2.0.0 *: Smoke check GET /api/albums *500*"
            );
        (await site.AlbumsAsync()).Should().Equal("Kept");
        await ShouldBeTidyAsync(site);
    }

    [SkippableFact]
    public async Task A_migration_that_fails_on_the_data_fails_on_the_copy_first()
    {
        await using var site = await SiteAsync();
        await DeployAsync(site, site.GalleryRevision());
        await site.AddAlbumAsync("Twice");
        await site.AddAlbumAsync("Twice");

        var outcome = await site.DeployAsync(site.GalleryRevision("CREATE UNIQUE INDEX titles ON albums (title)"));

        var evidence = outcome.Should().BeOfType<RolledBack>().Which.Evidence;
        evidence
            .Message.Should()
            .Be("On a copy, the migrations failed with exit code 1. The database itself was not touched.");
        evidence.LastLines.Should().Contain(line => line.Contains("Migration next failed", StringComparison.Ordinal));
        (await site.AlbumsAsync()).Should().Equal("Twice", "Twice");
        await ShouldBeTidyAsync(site);
    }

    private protected static DatabaseKeeper KeeperOf(LocalSite site) => new(site.Spec, site.Directory, site.Platform());

    static async Task DeployAsync(LocalSite site, Revision wanted) =>
        (await site.DeployAsync(wanted)).Should().BeOfType<Succeeded>();

    async Task ShouldBeTidyAsync(LocalSite site)
    {
        (await ScratchesAsync()).Should().Be(0);
        (await site.ProcessesAsync()).Should().NotContain(process => process.Name == "rehearsal");
        if (Directory.Exists(site.Directory.Scratch))
            Directory.GetFileSystemEntries(site.Directory.Scratch).Should().BeEmpty();
        Directory
            .GetFiles(site.Directory.Backups)
            .Should()
            .OnlyContain(file => file.EndsWith(".backup") || file.EndsWith(".json"));
    }

    static void Flip(string file)
    {
        using var stream = File.Open(file, FileMode.Open);
        stream.Position = stream.Length / 2;
        var value = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)~value);
    }
}

[UnsupportedOSPlatform("windows")]
public sealed class SqliteGalleryTests : GalleryTests
{
    private protected override Task<LocalSite> SiteAsync() =>
        Task.FromResult(new LocalSite(spec => TinyGallery.Environment(spec)));
}
