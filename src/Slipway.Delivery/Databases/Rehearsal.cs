using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;

namespace Slipway.Delivery.Databases;

/// <summary>
/// Tries the migrations of a revision on the newest backup, restored into a scratch database, and then runs the revision
/// that is live on what came of it: between the migration and the switch the old code must live with the new schema.
/// </summary>
sealed class Rehearsal(IDatabase database, string who)
{
    readonly TimeProvider _time = database.Backups.Time;

    /// <param name="live">Null: nothing is live, so there is no old code.</param>
    /// <exception cref="StepFailedException">The migrations fail, or the old code does; nothing was changed.</exception>
    /// <returns>How long the migrations took on the copy, and how the live revision lived with it.</returns>
    public async Task<string> RunAsync(
        Revision wanted,
        Revision? live,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        await database.SweepAsync(context, cancellation);
        if (database.Backups.All() is not [var backup, ..])
            throw new StepFailedException("There is no backup to rehearse on: its step has left none.");
        var began = _time.GetTimestamp();
        try
        {
            return await RunAsync(backup, wanted, live, checks, context, cancellation);
        }
        catch (StepFailedException failure)
        {
            context.Guard(() => Log(backup, _time.GetElapsedTime(began), good: false, failure.Message));
            throw;
        }
    }

    async Task<string> RunAsync(
        Backup backup,
        Revision wanted,
        Revision? live,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        await BackupStore.VerifyAsync(backup.File, backup.Manifest, cancellation);
        await using var scratch = await database.CreateScratchAsync(cancellation);
        await database.LoadAsync(backup.Manifest.By, backup.File, scratch, context, cancellation);

        var began = _time.GetTimestamp();
        await database.MigrateAsync(wanted, scratch, context, cancellation);
        var migrating = _time.GetElapsedTime(began);
        var said = FormattableString.Invariant($"the migrations took {migrating.TotalSeconds:0.0} s on a copy");
        context.Progress(said);

        if (live is not null)
        {
            await ProveAsync(live, wanted, scratch, checks, context, cancellation);
            said += $", and {live} answers {Counted.Of(checks.Count, "smoke check")} on it";
            context.Progress(said);
        }

        context.Guard(() => Log(backup, migrating, good: true, said));
        return said;
    }

    async Task ProveAsync(
        Revision live,
        Revision wanted,
        IScratchDatabase scratch,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        try
        {
            await database.ProveAsync(live, scratch, checks, context, cancellation);
        }
        catch (StepFailedException failure)
        {
            var message =
                $"{live}, which is live, does not work with the schema of {wanted}: {failure.Message} Make the migration "
                + "one that expands (add, fill, and drop in a later release).";
            throw new StepFailedException(failure.Evidence with { Message = message });
        }
    }

    void Log(Backup backup, TimeSpan elapsed, bool good, string note) =>
        DatabaseLog.Append(
            database.Backups.Environment,
            new DatabaseLogEntry(
                _time.GetUtcNow(),
                DatabaseEvent.Rehearsed,
                backup.Name,
                Math.Round(elapsed.TotalSeconds, 3),
                good,
                who,
                note
            )
        );
}
