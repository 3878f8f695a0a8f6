using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.Support;

/// <summary>A site whose environment has a database that is backed up before it is migrated.</summary>
sealed class DatabaseSite : IDisposable
{
    public Site Site { get; } = new();

    public static EnvironmentSpec Spec { get; } =
        Some.Environment with
        {
            Backups = new BackupPolicy(),
            Database = new SqliteFile("{data}/gallery.db"),
        };

    public Machine Machine => Site.Machine;

    public BackupStore Backups => new(Site.Directory, new BackupPolicy(), Site.Time);

    public Deployer Deployer(Fuse? fuse = null, string? failing = null) =>
        Site.Deployer(Spec, Platform(fuse, failing), DiskOf(fuse));

    public DatabaseKeeper Keeper(Fuse? fuse = null, string? failing = null, IDisk? disk = null) =>
        new(
            Spec,
            new StateDirectory(Site.State.Path, disk ?? DiskOf(fuse)).Environment(Spec.Name),
            Platform(fuse, failing),
            Said.Add,
            Site.Time,
            Some.Ada
        );

    public List<string> Said { get; } = [];

    /// <summary>Serving one revision after the other, the last one holding <paramref name="content"/>.</summary>
    public static async Task<DatabaseSite> ServingAsync(string content, params Revision[] revisions)
    {
        var site = new DatabaseSite();
        foreach (var revision in revisions)
            (await site.Deployer().DeployAsync(revision)).Should().BeOfType<Succeeded>();
        site.Machine.Content = content;
        return site;
    }

    /// <summary>Every backup is whole, and no copy of the database is left.</summary>
    public async Task ShouldBeTidyAsync(string because)
    {
        Machine.Scratches.Should().BeEmpty(because);
        foreach (var backup in Backups.All())
        {
            backup.IsGood.Should().BeTrue(because);
            await BackupStore.VerifyAsync(backup.File, backup.Manifest, CancellationToken.None);
            backup
                .Manifest.Tables.Should()
                .Equal([ModelDatabase.TableOf(await File.ReadAllTextAsync(backup.File))], because);
        }

        if (Directory.Exists(Site.Directory.Backups))
            Directory.GetFiles(Site.Directory.Backups).Should().HaveCount(2 * Backups.All().Count, because);
    }

    public void Dispose() => Site.Dispose();

    ModelPlatform Platform(Fuse? fuse, string? failing)
    {
        var store = new BackupStore(
            new StateDirectory(Site.State.Path, DiskOf(fuse)).Environment(Spec.Name),
            new BackupPolicy(),
            Site.Time
        );
        var database = new ModelDatabase(Machine, fuse ?? new Fuse(), store) { Failing = failing };
        return new ModelPlatform(Machine, fuse) { Failing = failing, Database = database };
    }

    static IDisk DiskOf(Fuse? fuse) => fuse is null ? UnflushedDisk.Instance : new FusedDisk(fuse);
}
