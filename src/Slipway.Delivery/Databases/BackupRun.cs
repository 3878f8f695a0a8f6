using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;

namespace Slipway.Delivery.Databases;

/// <summary>Takes one backup: dumped aside, restored into a scratch database and read there, then given its name.</summary>
sealed class BackupRun(IDatabase database, string who)
{
    readonly TimeProvider _time = database.Backups.Time;

    /// <param name="by">The revision whose verb writes it.</param>
    /// <param name="reason">Why, for a person.</param>
    /// <param name="inFlightSince">When an unfinished deployment began: what it has made is not expired.</param>
    /// <exception cref="StepFailedException">It could not be written, or does not restore; the older ones are untouched.</exception>
    public async Task<Backup> RunAsync(
        Revision by,
        string reason,
        DateTimeOffset? inFlightSince,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var store = database.Backups;
        await SweepAsync(context, cancellation);

        var began = _time.GetTimestamp();
        var at = _time.GetUtcNow();
        var aside = store.Begin(at, by.Version);
        try
        {
            var backup = await WriteAsync(aside, at, began, by, reason, context, cancellation);
            IReadOnlyList<Backup> expired = [];
            context.Guard(() =>
            {
                Log(backup, _time.GetElapsedTime(began));
                expired = store.Expire(_time.GetUtcNow(), inFlightSince);
            });
            if (expired.Count > 0)
                context.Progress($"removed {Counted.Of(expired.Count, "backup")} whose time is over");
            return backup;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Removes what one that was killed has left: half a backup, and the copy that it was restored into.</summary>
    public async Task SweepAsync(EffectContext context, CancellationToken cancellation)
    {
        context.Guard(database.Backups.Sweep);
        await database.SweepAsync(context, cancellation);
    }

    async Task<Backup> WriteAsync(
        string aside,
        DateTimeOffset at,
        long began,
        Revision by,
        string reason,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        await database.DumpAsync(by, aside, context, cancellation);
        if (!File.Exists(aside))
            throw new StepFailedException($"The backup's verb ended well, but wrote no file {aside}.");
        Flush(aside);
        var (size, sha256) = await BackupStore.MeasureAsync(aside, cancellation);
        context.Progress(Invariant($"wrote {size} bytes in {_time.GetElapsedTime(began).TotalSeconds:0.0} s"));

        var tables = database.CanCopy ? await ReadBackAsync(by, aside, context, cancellation) : null;
        var elapsed = (int)Math.Ceiling(_time.GetElapsedTime(began).TotalSeconds);
        var manifest = new BackupManifest(at, by, reason, size, sha256, elapsed, tables);
        Backup? backup = null;
        context.Guard(() => backup = database.Backups.Keep(aside, manifest));
        context.Progress(
            tables is null
                ? backup!.Name
                : $"{backup!.Name}: {Counted.Of(tables.Count, "table")}, {Counted.Of(tables.Sum(table => table.Rows), "row")}"
        );
        return backup;
    }

    // A backup that was never restored is a hope.
    async Task<IReadOnlyList<TableFingerprint>> ReadBackAsync(
        Revision by,
        string file,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        await using var scratch = await database.CreateScratchAsync(cancellation);
        await database.LoadAsync(by, file, scratch, context, cancellation);
        return await database.ReadAsync(scratch, cancellation);
    }

    void Log(Backup backup, TimeSpan elapsed) =>
        DatabaseLog.Append(
            database.Backups.Environment,
            new DatabaseLogEntry(
                backup.Manifest.At,
                DatabaseEvent.BackedUp,
                backup.Name,
                Math.Round(elapsed.TotalSeconds, 3),
                Good: true,
                who,
                backup.Manifest.Reason
            )
        );

    static void Flush(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
