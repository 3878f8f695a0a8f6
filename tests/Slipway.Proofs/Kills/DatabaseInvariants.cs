using Npgsql;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>What must hold of an environment's database and its backups when nobody works on it.</summary>
static class DatabaseInvariants
{
    /// <summary>Everything that does not hold, a line each.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(LocalSite site)
    {
        var broken = new List<string>();
        if (await GalleryUser.FaultAsync(site) is { } fault)
            broken.Add(fault);
        if (RestoreRecord.Read(site.Directory) is { } restore)
            broken.Add($"a restore is under way: {restore.Stage}");
        if (
            Directory.Exists(site.Directory.Scratch)
            && Directory.GetFileSystemEntries(site.Directory.Scratch) is [_, ..] left
        )
            broken.Add($"a scratch directory is left: {string.Join(", ", left)}");
        broken.AddRange((await ScratchesAsync(site)).Select(name => $"the scratch database {name} is left"));
        broken.AddRange(await BackupsBrokenAsync(site));
        return broken;
    }

    /// <summary>What counts as a backup is whole, and nothing lies beside it.</summary>
    static async Task<IReadOnlyList<string>> BackupsBrokenAsync(LocalSite site)
    {
        var broken = new List<string>();
        try
        {
            var backups = site.Backups();
            foreach (var backup in backups)
                await BackupStore.VerifyAsync(backup.File, backup.Manifest, CancellationToken.None);
            var expected = backups.SelectMany(backup =>
                (string[])[backup.File, Path.ChangeExtension(backup.File, ".json")]
            );
            if (Directory.Exists(site.Directory.Backups))
            {
                broken.AddRange(
                    Directory
                        .GetFiles(site.Directory.Backups)
                        .Except(expected, StringComparer.Ordinal)
                        .Select(file => $"{Path.GetFileName(file)} lies among the backups")
                );
            }
        }
        catch (DeliveryException damaged)
        {
            broken.Add(damaged.Message);
        }

        return broken;
    }

    static async Task<IReadOnlyList<string>> ScratchesAsync(LocalSite site)
    {
        if (Gallery.ConnectionOf(site.Spec.Settings) is not { } value)
            return [];
        await using var connection = new NpgsqlConnection($"{value};Pooling=false");
        await connection.OpenAsync();
        await using var find = new NpgsqlCommand(
            "SELECT datname FROM pg_database WHERE datname LIKE 'slipway_scratch_%'",
            connection
        );
        await using var reader = await find.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
