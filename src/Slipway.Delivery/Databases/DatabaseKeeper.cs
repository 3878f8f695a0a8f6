using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

/// <summary>
/// All that can be done to the database of one environment. Each takes the environment's lease: nothing is deployed while
/// it is backed up or restored.
/// </summary>
/// <param name="say">Told how it goes, a line at a time.</param>
public sealed class DatabaseKeeper(
    EnvironmentSpec environment,
    EnvironmentDirectory directory,
    IPlatform platform,
    Action<string>? say = null,
    TimeProvider? time = null,
    LeaseHolder? holder = null
)
{
    readonly TimeProvider _time = time ?? TimeProvider.System;
    readonly LeaseHolder _holder = holder ?? LeaseHolder.ThisProcess;
    readonly Action<string> _say = say ?? (_ => { });

    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    /// <exception cref="DeliveryException">There is nothing to back up, or it failed; the older backups are untouched.</exception>
    public async Task<Backup> BackUpAsync(CancellationToken cancellation = default)
    {
        var database = Database();
        await using var lease = await EnterAsync("Backup", cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        await FinishRestoreAsync(lease, database, stop.Token);
        var live = await LiveAsync(stop.Token);
        return await Backups(database)
            .RunAsync(live.Revision!, "by hand", Unfinished()?.BegunAt, Context(lease), stop.Token);
    }

    /// <param name="named"><inheritdoc cref="BackupStore.Find" path="/summary"/></param>
    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    /// <exception cref="DeliveryException">There is no such file, it is damaged, or a deployment is unfinished.</exception>
    public async Task<RestoreResult> RestoreAsync(string named, CancellationToken cancellation = default)
    {
        var database = Database();
        await using var lease = await EnterAsync("Restore", cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        await FinishRestoreAsync(lease, database, stop.Token);
        if (Unfinished() is not null)
        {
            throw new DeliveryException(
                $"A deployment of {environment.Name} is unfinished. Bring it to its end first: ./build.sh Deploy, or "
                    + $"./build.sh Rollback --environment {environment.Name}"
            );
        }

        var live = await LiveAsync(stop.Token);
        var (file, manifest) = database.Backups.Find(named);
        if (manifest is null)
            _say($"{file} has no manifest: nobody knows whether it is whole until it is restored");
        else
            await BackupStore.VerifyAsync(file, manifest, stop.Token);
        var began = _time.GetTimestamp();
        var result = await Restore(lease, database).BeginAsync(file, live, Context(lease), stop.Token);
        lease.Guard(() => Log(result, _time.GetElapsedTime(began)));
        return result;
    }

    /// <summary>Restores the newest backup beside the environment, and compares; what serves is not touched.</summary>
    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    public async Task<DrillReport> DrillAsync(CancellationToken cancellation = default)
    {
        var database = Database();
        await using var lease = await EnterAsync("RestoreDrill", cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        await FinishRestoreAsync(lease, database, stop.Token);
        var world = await platform.ObserveAsync(stop.Token);
        var report = await new RestoreDrill(database, _time).RunAsync(world.Live?.Revision, Context(lease), stop.Token);
        DatabaseLog.Append(
            directory,
            new DatabaseLogEntry(
                report.At,
                DatabaseEvent.Drilled,
                report.Backup ?? "none",
                report.RecoveryTimeSeconds ?? 0,
                report.Verdict == DrillVerdict.Passed,
                _holder.ToString(),
                report.Why
            )
        );
        return report;
    }

    /// <summary>Brings a restore that was killed to its end, under a lease that is held already.</summary>
    /// <returns>Null: there was none.</returns>
    internal async Task<RestoreResult?> FinishRestoreAsync(Lease lease, CancellationToken cancellation) =>
        RestoreRecord.Read(directory) is null ? null : await FinishRestoreAsync(lease, Database(), cancellation);

    async Task<RestoreResult?> FinishRestoreAsync(Lease lease, IDatabase database, CancellationToken cancellation)
    {
        if (RestoreRecord.Read(directory) is not { } found)
            return null;
        _say($"a restore of {Path.GetFileName(found.File)} was interrupted ({found.Stage}) and is brought to its end");
        var began = _time.GetTimestamp();
        var result = await Restore(lease, database).FinishAsync(found, Context(lease), cancellation);
        lease.Guard(() => Log(result, _time.GetElapsedTime(began)));
        return result;
    }

    IDatabase Database()
    {
        if (!directory.Exists)
            throw new DeliveryException($"There is no environment {environment.Name}: nothing was deployed to it.");
        return platform.Database
            ?? throw new DeliveryException(
                $"The backend of {environment.Name} has no verbs for backups (ServiceContract.BackupArguments and "
                    + "RestoreArguments are empty)."
            );
    }

    async Task<Lease> EnterAsync(string doing, CancellationToken cancellation)
    {
        var lease = await Lease.AcquireAsync(
            directory,
            _holder,
            doing,
            _time,
            held => _say($"waiting for {held.Holder} to end or to expire: {held.Doing} since {held.Since:u}"),
            cancellation: cancellation
        );
        try
        {
            await platform.FenceAsync(Context(lease), cancellation);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    async Task<SlotState> LiveAsync(CancellationToken cancellation) =>
        (await platform.ObserveAsync(cancellation)).Live is { Revision: not null } live
            ? live
            : throw new DeliveryException(
                $"Nothing is live in {environment.Name}, so no image is there whose verb could do it. Deploy first."
            );

    DeploymentRecord? Unfinished() => History.Unfinished(History.Of(DeploymentJournal.Read(directory).Entries));

    BackupRun Backups(IDatabase database) => new(database, _holder.ToString());

    RestoreRun Restore(Lease lease, IDatabase database) =>
        new(environment, platform, database, Backups(database), record => lease.Guard(() => Store(record)));

    void Store(RestoreRecord? record)
    {
        if (record is null)
        {
            directory.Disk.Delete(directory.RestoreFile);
            directory.Disk.FlushDirectory(directory.Path);
        }
        else
        {
            DurableFile.WriteJson(directory.RestoreFile, record, directory.Disk);
        }
    }

    void Log(RestoreResult result, TimeSpan elapsed) =>
        DatabaseLog.Append(
            directory,
            new DatabaseLogEntry(
                _time.GetUtcNow(),
                result.Failure is null ? DatabaseEvent.Restored : DatabaseEvent.RestoreTakenBack,
                Path.GetFileName(result.File),
                Math.Round(elapsed.TotalSeconds, 3),
                result.Failure is null,
                _holder.ToString(),
                result.Failure?.Message ?? $"what was there before: {Path.GetFileName(result.Safety)}"
            )
        );

    EffectContext Context(Lease lease) => EffectContext.Under(lease, _say);
}
