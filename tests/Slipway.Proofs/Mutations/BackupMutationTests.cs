using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Backups;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Mutations;

/// <summary>What makes a backup one is taken out, and the proofs' cores have to see the loss.</summary>
[Collection(ProofCollection.Name)]
public sealed class BackupMutationTests
{
    [Fact]
    public async Task Without_its_flushes_a_backup_is_lost_in_a_power_cut()
    {
        await using var site = await BackupSite.CreateAsync(connection: null);
        var kills = new BackupKills(site);
        var points = await kills.PointsAsync(DatabaseCommand.Backup);
        // The backup has its name, and nobody has written down yet that it was taken.
        var named = points.ToList().FindIndex(point => point.StartsWith("backups.jsonl", StringComparison.Ordinal));

        await kills.DieAsync(DatabaseCommand.Backup, named, points[named]);
        kills.Broken.Should().BeEmpty();

        await kills.DieAsync(DatabaseCommand.Backup, named, points[named], Flaw.FlushesNothing);
        kills.Broken.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Without_the_copy_that_it_is_restored_into_a_backup_that_was_cut_short_counts_as_one()
    {
        await using var site = await BackupSite.CreateAsync(connection: null);

        var verified = () => BackUpAsync(site.Site, isVerified: true);
        await verified.Should().ThrowAsync<DeliveryException>();
        (await RestoresAsync(site.Site)).Should().BeTrue("the last good backup is still the last one");

        await BackUpAsync(site.Site, isVerified: false);
        (await RestoresAsync(site.Site)).Should().BeFalse("the last backup is half of one");
    }

    /// <summary>By a backend whose verb says that all is well when half of the backup is written.</summary>
    static async Task BackUpAsync(LocalSite site, bool isVerified)
    {
        using var real = site.Platform();
        var platform = Wrapped.Platform(
            real,
            (method, arguments, call) =>
                method.Name switch
                {
                    nameof(IDatabase.DumpAsync) => CutAsync((Task)call()!, (string)arguments[1]!),
                    "get_CanCopy" when !isVerified => false,
                    _ => call(),
                }
        );
        await new DatabaseKeeper(site.Spec, site.Directory, platform).BackUpAsync();
    }

    static async Task CutAsync(Task dump, string file)
    {
        await dump;
        await using var written = File.OpenWrite(file);
        written.SetLength(written.Length / 2);
    }

    static async Task<bool> RestoresAsync(LocalSite site) => (await site.Keeper().RestoreAsync("last")).Failure is null;
}
