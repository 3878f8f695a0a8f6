using Slipway.Delivery.Execution;
using Slipway.Proofs.Backups;
using Slipway.Proofs.Disks;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs;

/// <summary>A full disk under a backup, a restore and the backup of a deployment.</summary>
[Collection(ProofCollection.Name)]
public sealed class BackupDiskTests(DatabaseServers databases)
{
    const string Large = "Large";
    const int Photo = 8 * 1024 * 1024;

    const long Records = 512 * 1024;
    const long SmallBackup = 4 * 1024 * 1024;

    /// <summary>What is left free: nothing; room for a few records; for a small backup, but not for the large one.</summary>
    static readonly long[] s_room = Size.IsFull ? [0, Records, SmallBackup] : [Records];

    /// <summary>On both databases in the full size.</summary>
    public static TheoryData<string> Databases() =>
        Size.IsFull ? [DatabaseServers.Sqlite, DatabaseServers.Postgres] : [DatabaseServers.Sqlite];

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task A_full_disk_is_a_clear_error_and_leaves_the_database_and_its_backups_whole(string database)
    {
        var connection = await databases.CreateAsync(database);
        using var directory = new TempDirectory();
        await using var disk = await SmallSite.MountAsync(directory["small"]);
        await using var site = await BackupSite.CreateAsync(connection, change => SmallSite.On(disk, change));
        var large = await LargeBackupAsync(site, Path.Combine(disk.Path, "large.backup"));
        var proof = Proof.Begin(
            $"backup-disk-{database}",
            $"Backups on a full disk: {database}",
            "With a full disk a backup, a restore and a deployment's backup are clear errors; the database is as it was, and the last good backup restores."
        );
        var run = new BackupDisk(site, disk);

        foreach (var room in s_room)
        {
            await run.TryAsync(
                $"Backup with {room} bytes free",
                room,
                async () =>
                {
                    await site.Site.Keeper().BackUpAsync();
                    return null;
                }
            );
            await run.TryAsync(
                $"Deploy with {room} bytes free",
                room,
                async () =>
                    await site.Site.DeployAsync(await site.NextAsync()) switch
                    {
                        RolledBack back => back.Evidence,
                        Unfinished unfinished => unfinished.Evidence,
                        _ => null,
                    }
            );
        }

        // The database is small again, so that a safety backup fits where the large backup does not.
        (await site.Site.Keeper().RestoreAsync(site.File))
            .Failure.Should()
            .BeNull();
        foreach (var room in s_room)
        {
            await run.TryAsync(
                $"Restore with {room} bytes free",
                room,
                async () => (await site.Site.Keeper().RestoreAsync(large)).Failure,
                forward: [BackupSite.Kept, Large]
            );
        }

        if (await run.RestoresAsync(large) is { } lost)
            run.Faults.Add(lost);
        proof.End(
            run.Faults,
            [new("cells", run.Cells), new("broken promises", run.Faults.Count, Bad: true)],
            ("file system", "tmpfs of 256 MiB"),
            ("bytes free", string.Join(", ", s_room))
        );

        run.Faults.Should().BeEmpty();
    }

    /// <summary>Much larger than the room that is left. It lies where no retention takes it away.</summary>
    static async Task<string> LargeBackupAsync(BackupSite site, string file)
    {
        await site.Site.AddPhotoAsync(await site.Site.CreateAlbumAsync(Large), Photo);
        File.Copy((await site.Site.Keeper().BackUpAsync()).File, file);
        return file;
    }
}
