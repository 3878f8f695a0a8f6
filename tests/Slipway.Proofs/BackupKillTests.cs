using Slipway.Proofs.Backups;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>Whoever backs up, restores or drills can be killed anywhere; a restore can outlive the one who began it.</summary>
[Collection(ProofCollection.Name)]
public sealed class BackupKillTests(DatabaseServers databases)
{
    /// <summary>In the small size these: what runs longest, and where a backup comes to count as one.</summary>
    static readonly Dictionary<DatabaseCommand, string[]> s_small = new()
    {
        [DatabaseCommand.Backup] = ["in the middle of DumpAsync", "backups/*.backup: before it gets its name"],
        [DatabaseCommand.Restore] = ["in the middle of LoadAsync", "in the middle of StartAsync"],
        [DatabaseCommand.RestoreDrill] = ["in the middle of LoadAsync"],
    };

    /// <summary>On both databases in the full size.</summary>
    public static TheoryData<string> Outlived() =>
        Size.IsFull ? [DatabaseServers.Sqlite, DatabaseServers.Postgres] : [DatabaseServers.Sqlite];

    [SkippableFact]
    public Task After_a_killed_backup_restore_or_drill_one_more_command_converges() =>
        databases.OnBothAsync(ProveAsync);

    static async Task ProveAsync(string database, string? connection)
    {
        await using var site = await BackupSite.CreateAsync(connection);
        var proof = Proof.Begin(
            $"backup-kills-{database}",
            $"Killed backups: {database}",
            "A backup, a restore or a drill killed anywhere: one more command converges to one whole database."
        );
        var kills = new BackupKills(site);
        var cells = 0;

        foreach (var command in Enum.GetValues<DatabaseCommand>())
        {
            foreach (var (point, name) in Picked(command, await kills.PointsAsync(command)))
            {
                await kills.DieAsync(command, point, name);
                cells++;
            }
        }

        proof.End(
            kills.Broken,
            [
                new("cells", cells),
                new("backups", site.Site.Backups().Count),
                new("broken promises", kills.Broken.Count, Bad: true),
            ]
        );

        kills.Broken.Should().BeEmpty();
        cells.Should().BeGreaterThanOrEqualTo(s_small.Sum(cells => cells.Value.Length));
    }

    [SkippableTheory]
    [MemberData(nameof(Outlived))]
    public async Task A_restore_that_outlives_its_killed_deployer_changes_nothing_any_more(string database)
    {
        var connection = await databases.CreateAsync(database);
        await using var site = await BackupSite.CreateAsync(connection);
        var proof = Proof.Begin(
            $"outlived-restore-{database}",
            $"A restore that outlives its deployer: {database}",
            "A restore whose deployer was killed, and which stands still until the next command has ended, changes nothing when it goes on."
        );

        var broken = await OutlivedRestore.RunAsync(site);
        proof.End(broken, [new("broken promises", broken.Count, Bad: true)]);

        broken.Should().BeEmpty();
    }

    /// <summary>The last of each name where it occurs twice: the copy of a restore's safety backup comes before its load.</summary>
    static IEnumerable<(int Point, string Name)> Picked(DatabaseCommand command, IReadOnlyList<string> points) =>
        points
            .Select((name, point) => (Point: point, Name: name))
            .Where(cell => Size.IsFull || s_small[command].Contains(cell.Name, StringComparer.Ordinal))
            .GroupBy(cell => Size.IsFull ? $"{cell.Point}" : cell.Name, StringComparer.Ordinal)
            .Select(group => group.Last());
}
