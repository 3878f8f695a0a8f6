using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Databases;

/// <summary>How a restore ended.</summary>
/// <param name="Failure">Null: the database holds the backup; else why it does not, and is as it was.</param>
/// <param name="Safety">The backup of what was there before; null: it was not reached.</param>
public sealed record RestoreResult(string File, Evidence? Failure, string? Safety);

/// <summary>
/// Replaces the database of an environment, an outage for its users: traffic is taken away, every instance stopped, what
/// is there backed up, the file loaded, migrated to the live revision's schema, and the instances started again. Nobody
/// can write between the safety backup and the load, so taking a restore back loses nothing.
/// </summary>
/// <remarks>
/// Each stage is recorded before it begins and each is safe to repeat. A restore that was killed before the load is taken
/// back, one that was killed in or after it goes forward: never is a file loaded over what users have written since.
/// </remarks>
sealed class RestoreRun(
    EnvironmentSpec environment,
    IPlatform platform,
    IDatabase database,
    BackupRun backups,
    Action<RestoreRecord?> record
)
{
    /// <summary>From what is live now to a database that holds <paramref name="file"/>.</summary>
    public async Task<RestoreResult> BeginAsync(
        string file,
        SlotState live,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var begun = new RestoreRecord(file, live.Revision!, live.Name, environment.Instances, RestoreStage.Stopping);
        record(begun);
        try
        {
            await StopAsync(begun, context, cancellation);
            var safety = await backups.RunAsync(
                begun.Revision,
                $"before a restore of {Path.GetFileName(file)}",
                inFlightSince: null,
                context,
                cancellation
            );
            begun = begun with { Safety = safety.File, Stage = RestoreStage.Loading };
            record(begun);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            await ServeAsync(begun, context, CancellationToken.None);
            return End(begun, EvidenceOf(failure));
        }

        return await LoadAsync(begun, context, cancellation);
    }

    /// <summary>Brings a restore that was killed to its end.</summary>
    public async Task<RestoreResult> FinishAsync(
        RestoreRecord found,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        switch (found.Stage)
        {
            case RestoreStage.Stopping:
                await ServeAsync(found, context, cancellation);
                await backups.SweepAsync(context, cancellation);
                return End(found, new Evidence("The restore was interrupted before it had changed the database."));
            case RestoreStage.Loading:
                return await LoadAsync(found, context, cancellation);
            case RestoreStage.Starting:
                return await StartAsync(found, context, cancellation);
            default:
                return await ReturnAsync(found, new Evidence("The restore had failed."), context);
        }
    }

    async Task<RestoreResult> LoadAsync(RestoreRecord loading, EffectContext context, CancellationToken cancellation)
    {
        var starting = loading with { Stage = RestoreStage.Starting };
        try
        {
            context.Progress($"restoring {Path.GetFileName(loading.File)}");
            await database.LoadAsync(loading.Revision, loading.File, into: null, context, cancellation);
            record(starting);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return await ReturnAsync(loading, EvidenceOf(failure), context);
        }

        return await StartAsync(starting, context, cancellation);
    }

    async Task<RestoreResult> StartAsync(RestoreRecord starting, EffectContext context, CancellationToken cancellation)
    {
        try
        {
            // The backup may be of an older schema than the one that the live revision needs.
            if (environment.Service.MigrateArguments.Count > 0)
                await platform.MigrateAsync(starting.Revision, context, cancellation);
            await ReadyAsync(starting, context, cancellation);
            await SmokeAsync(starting, context, cancellation);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return await ReturnAsync(starting, EvidenceOf(failure), context);
        }

        await platform.RouteAsync(Split.AllTo(starting.Slot), context, CancellationToken.None);
        return End(starting, failure: null);
    }

    /// <summary>What is thrown here leaves the record where it is: the next command tries again.</summary>
    async Task<RestoreResult> ReturnAsync(RestoreRecord failed, Evidence why, EffectContext context)
    {
        var returning = failed with { Stage = RestoreStage.Returning };
        // What failed may have filled the disk; its undoing makes room. Until then nobody writes, so whoever finds the older
        // record and goes forward loses nothing.
        var isRecorded = TryRecord(returning);
        context.Progress($"the restore failed; what was there before comes back: {why.Message}");
        await platform.StopAsync(returning.Slot, context, CancellationToken.None);
        await database.LoadAsync(returning.Revision, returning.Safety!, into: null, context, CancellationToken.None);
        if (!isRecorded)
            record(returning);
        await ServeAsync(returning, context, CancellationToken.None);
        return End(returning, why);
    }

    bool TryRecord(RestoreRecord stage)
    {
        try
        {
            record(stage);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    async Task StopAsync(RestoreRecord stopping, EffectContext context, CancellationToken cancellation)
    {
        context.Progress("users get no answer from here until the restore has ended");
        await platform.RouteAsync(Split.None, context, cancellation);
        await platform.StopAsync(stopping.Slot.Other(), context, cancellation);
        await platform.StopAsync(stopping.Slot, context, cancellation);
    }

    async Task ServeAsync(RestoreRecord serving, EffectContext context, CancellationToken cancellation)
    {
        await ReadyAsync(serving, context, cancellation);
        await platform.RouteAsync(Split.AllTo(serving.Slot), context, cancellation);
    }

    async Task ReadyAsync(RestoreRecord ready, EffectContext context, CancellationToken cancellation)
    {
        await platform.StartAsync(ready.Slot, ready.Revision, ready.Instances, context, cancellation);
        await platform.AwaitReadyAsync(ready.Slot, environment.ReadyTimeout, context, cancellation);
    }

    async Task SmokeAsync(RestoreRecord ready, EffectContext context, CancellationToken cancellation)
    {
        foreach (var check in environment.SmokeChecks)
            await platform.SmokeAsync(ready.Slot, ready.Revision, Via.Preview, check, context, cancellation);
    }

    RestoreResult End(RestoreRecord ended, Evidence? failure)
    {
        record(null);
        return new RestoreResult(ended.File, failure, ended.Safety);
    }

    static bool IsExpected(Exception failure) =>
        failure is IOException or OperationCanceledException or (DeliveryException and not Leases.LeaseLostException);

    static Evidence EvidenceOf(Exception failure) =>
        failure switch
        {
            StepFailedException expected => expected.Evidence,
            OperationCanceledException => new Evidence("Cancelled."),
            _ => new Evidence(failure.Message),
        };
}
