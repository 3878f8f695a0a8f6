using Slipway.Delivery.Databases;
using Slipway.Delivery.Execution;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs.Backups;

/// <summary>The core of the proof about full disks: a command with so much room, and what must hold after it.</summary>
sealed class BackupDisk(BackupSite site, SmallDisk disk)
{
    public List<string> Faults { get; } = [];

    public int Cells { get; private set; }

    /// <param name="forward">
    /// The albums after a restore that is left unfinished, because not even its way back fits on the disk: the next command
    /// goes forward. One that has ended leaves the database as it was.
    /// </param>
    public async Task TryAsync(
        string name,
        long room,
        Func<Task<Evidence?>> command,
        IReadOnlyList<string>? forward = null
    )
    {
        Cells++;
        var before = await site.Site.TitlesAsync();
        var backups = site.Site.Backups().Select(backup => backup.Name).ToList();
        disk.Fill(room);
        var said = await Trouble.OfAsync(command);
        var isUnfinished = RestoreRecord.Read(site.Site.Directory) is not null;
        disk.MakeRoom();
        if (said is null)
            Faults.Add($"{name}: it says that it went well");
        if (said is not null && !Trouble.IsClear(said))
            Faults.Add($"{name}: it does not say that the disk is full: {said}");

        // One more command with the disk well again; it takes a backup, so all of it must work.
        if (await Trouble.OfAsync(BackUpAsync) is { } failure)
            Faults.Add($"{name}: the next backup failed: {failure}");
        var albums = await site.Site.TitlesAsync();
        var expected = isUnfinished && forward is not null ? forward : before;
        if (
            !albums.SequenceEqual(before, StringComparer.Ordinal)
            && !albums.SequenceEqual(expected, StringComparer.Ordinal)
        )
            Faults.Add(
                $"{name}: the albums are {string.Join(", ", albums)} and were {string.Join(", ", before)}; it had said: {said}"
            );
        var lost = backups.Take(1).Except(site.Site.Backups().Select(backup => backup.Name), StringComparer.Ordinal);
        Faults.AddRange(lost.Select(backup => $"{name}: the backup {backup} is gone"));
        Faults.AddRange((await Invariants.BrokenAsync(site.Site, wanted: null)).Select(fault => $"{name}: {fault}"));
    }

    /// <returns>Null: it does.</returns>
    public async Task<string?> RestoresAsync(string file)
    {
        var said = await Trouble.OfAsync(async () => (await site.Site.Keeper().RestoreAsync(file)).Failure);
        return said is null ? null : $"{file} does not restore: {said}";
    }

    async Task<Evidence?> BackUpAsync()
    {
        await site.Site.Keeper().BackUpAsync();
        return null;
    }
}
