using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

public enum DrillVerdict
{
    /// <summary>The backup restores, and holds what it held when it was taken.</summary>
    Passed,

    /// <summary>It does not.</summary>
    Failed,

    /// <summary>There was nothing to look at, which is no good news.</summary>
    NotChecked,
}

/// <summary>What a restore drill found: <c>artifacts/reports/restore-drill.json</c>.</summary>
/// <param name="Why">One sentence for a person.</param>
/// <param name="Backup">The backup's name; null: there is none.</param>
/// <param name="RecoveryTimeSeconds">
/// RTO: from the decision to a database that holds the backup, its SHA-256 checked; without the outage around it.
/// </param>
/// <param name="RecoveryPointSeconds">RPO: the backup's age; what was written since would be lost.</param>
public sealed record DrillReport(
    string Environment,
    DateTimeOffset At,
    DrillVerdict Verdict,
    string Why,
    string? Backup = null,
    double? RecoveryTimeSeconds = null,
    double? RecoveryPointSeconds = null,
    IReadOnlyList<TableComparison>? Tables = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>Restores the newest backup into a scratch database and compares it with its manifest, table by table.</summary>
sealed class RestoreDrill(IDatabase database, TimeProvider time)
{
    /// <param name="live">Whose verb restores; null: the one that wrote the backup.</param>
    public async Task<DrillReport> RunAsync(Revision? live, EffectContext context, CancellationToken cancellation)
    {
        await database.SweepAsync(context, cancellation);
        if (database.Backups.All() is not [var backup, ..])
            return NotChecked("There is no backup.");
        if (!database.CanCopy || backup.Manifest.Tables is not { } expected)
            return NotChecked(
                "Nobody has described the database (EnvironmentSpec.Database), so no copy can be made.",
                backup
            );

        var age = time.GetUtcNow() - backup.Manifest.At;
        var began = time.GetTimestamp();
        try
        {
            await BackupStore.VerifyAsync(backup.File, backup.Manifest, cancellation);
            await using var scratch = await database.CreateScratchAsync(cancellation);
            await database.LoadAsync(live ?? backup.Manifest.By, backup.File, scratch, context, cancellation);
            var took = time.GetElapsedTime(began);
            var tables = TableComparison.Of(expected, await database.ReadAsync(scratch, cancellation));
            return Judge(backup, took, age, tables);
        }
        catch (DeliveryException failure)
        {
            return Report(DrillVerdict.Failed, failure.Message, backup) with { RecoveryPointSeconds = Seconds(age) };
        }
    }

    DrillReport Judge(Backup backup, TimeSpan took, TimeSpan age, IReadOnlyList<TableComparison> tables)
    {
        var different = tables.Where(table => !table.IsEqual).ToList();
        var why =
            different.Count == 0
                ? $"{Counted.Of(tables.Count, "table")} with {Counted.Of(tables.Sum(table => table.Found!.Rows), "row")}, all as before."
                : $"{different.Count} of {Counted.Of(tables.Count, "table")} {(different.Count == 1 ? "differs" : "differ")}: {string.Join("; ", different)}.";
        return Report(different.Count == 0 ? DrillVerdict.Passed : DrillVerdict.Failed, why, backup) with
        {
            RecoveryTimeSeconds = Seconds(took),
            RecoveryPointSeconds = Seconds(age),
            Tables = tables,
        };
    }

    DrillReport NotChecked(string why, Backup? backup = null) => Report(DrillVerdict.NotChecked, why, backup);

    DrillReport Report(DrillVerdict verdict, string why, Backup? backup) =>
        new(database.Backups.Environment.Name, time.GetUtcNow(), verdict, why, backup?.Name);

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
