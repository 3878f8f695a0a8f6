using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs.Backups;

/// <summary>
/// The core of the proof about a restore that outlives its deployer: it is stopped when it has just begun, its deployer is
/// killed, the next command comes and users write; then it is continued.
/// </summary>
static class OutlivedRestore
{
    /// <returns>What does not hold afterwards.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(BackupSite site)
    {
        var job = new DatabaseJob(DatabaseCommand.Restore, site.File, DatabaseJob.Nowhere);
        var held = await HoldAsync(site);
        using var deployer = DeployerProcess.Start(DeployerJob.On(site.Site, job));
        var verb = await StopAsync(site);
        await deployer.KillAsync();
        await held.DisposeAsync();

        var failure = await job.RunAsync(site.Site.Keeper());
        const string Later = "Made after the next command";
        await site.Site.CreateAlbumAsync(Later);
        await CommandLine.RunAsync("kill", ["-s", "CONT", $"{verb}"]);
        var broken = await Invariants.BrokenAsync(site.Site, wanted: null);
        var isThere = (await site.Site.TitlesAsync()).Contains(Later, StringComparer.Ordinal);
        return
        [
            .. broken,
            .. failure is null ? [] : (string[])[failure],
            .. isThere ? [] : (string[])["what users have written after it is gone"],
        ];
    }

    /// <summary>A lock on the database that a restore waits for, so that it is met before it has ended.</summary>
    static async Task<DbConnection> HoldAsync(BackupSite site)
    {
        var postgres = Gallery.ConnectionOf(site.Site.Spec.Settings);
        DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={site.Site.Directory.Data}/gallery.db;Pooling=False")
            : new NpgsqlConnection($"{postgres};Pooling=false");
        await connection.OpenAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = postgres is null ? "BEGIN IMMEDIATE" : "BEGIN; SELECT id FROM gallery.albums";
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>The verb that restores, stopped as soon as it is there.</summary>
    static async Task<int> StopAsync(BackupSite site)
    {
        var verb = 0;
        await Wait.UntilAsync(
            () => (verb = site.Site.RunningProcesses().FirstOrDefault(process => Restores(process, site.File))) > 0,
            "a verb restores"
        );
        var stop = await CommandLine.RunAsync("kill", ["-s", "STOP", $"{verb}"]);
        stop.ExitCode.Should().Be(0, stop.Error);
        return verb;
    }

    static bool Restores(int process, string file)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{process}/cmdline").TrimEnd('\0').Split('\0');
            return arguments is [.., "restore", var restored] && restored == file;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
