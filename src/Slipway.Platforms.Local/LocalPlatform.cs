using System.ComponentModel;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local.Databases;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Probes;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Files;

namespace Slipway.Platforms.Local;

/// <summary>
/// Instances as processes on this machine, behind a gateway on the environment's port, looked after by a supervisor that
/// outlives the build.
/// </summary>
public sealed class LocalPlatform : IPlatform, IDisposable
{
    readonly LocalSetting _setting;
    readonly FrontDoor _door;
    readonly SlotProcesses _slots;
    readonly MigrationJudge? _judge;
    readonly BackupStore _backups;

    /// <param name="environment">What is wanted.</param>
    /// <param name="state">Where its state is kept; images are unpacked below it.</param>
    /// <param name="store">Where the images were pushed.</param>
    /// <param name="hosts">The gateway's and the supervisor's programs; default: those beside the running build.</param>
    /// <param name="time">Default: the system's.</param>
    /// <param name="judge">What a plan says of the migrations' risks; default: nothing.</param>
    /// <exception cref="Delivery.DeliveryException">The environment is not sound.</exception>
    public LocalPlatform(
        EnvironmentSpec environment,
        StateDirectory state,
        OciStore store,
        HostFiles? hosts = null,
        TimeProvider? time = null,
        MigrationJudge? judge = null
    )
    {
        _judge = judge;
        _setting = new LocalSetting(
            environment,
            state,
            store,
            hosts ?? HostFiles.BesideBuild(state.Path),
            time ?? TimeProvider.System
        );
        _door = new FrontDoor(_setting);
        _slots = new SlotProcesses(_setting, _door);
        _backups = new BackupStore(_setting.Directory, environment.Backups ?? new BackupPolicy(), _setting.Time);
    }

    public string Name => "local";

    public Uri Url => _setting.Url;

    public IDatabase? Database =>
        _setting.Environment.Service is { BackupArguments.Count: > 0, RestoreArguments.Count: > 0 }
            ? new LocalDatabase(_setting, _backups)
            : null;

    public async Task<World> ObserveAsync(CancellationToken cancellation) =>
        !_setting.Directory.Exists ? World.Empty
        : await HasRemainsAsync(cancellation) ? await _setting.Observation.WithoutHostsAsync(cancellation)
        : await _setting.Observation.WorldAsync(cancellation);

    public Task<bool> HasRemainsAsync(CancellationToken cancellation) => _setting.Removed.RunsAsync(cancellation);

    public Task FenceAsync(EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(async () =>
        {
            if (await _setting.Removed.EndAsync(context.Guard, cancellation))
                context.Progress("Processes of an environment that was removed here were still running: ended");
            await _setting.Launcher.FenceAsync(context.Token, cancellation);
            await _door.FenceAsync(context, cancellation);
        });

    public Task TendAsync(EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _setting.Launcher.EnsureRunningAsync(cancellation));

    public Task OpenGatewayAsync(int port, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _door.OpenAsync(port, context, cancellation));

    public Task CloseGatewayAsync(EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _door.CloseAsync(context, cancellation));

    public async Task<PlannedMigrations?> PendingMigrationsAsync(Revision revision, CancellationToken cancellation)
    {
        var service = _setting.Environment.Service;
        if (service.PendingMigrationsArguments.Count == 0)
            return null;
        try
        {
            var command = _setting.Unpack(revision, cancellation);
            return (await PendingRun.AskAsync(command, service, cancellation))?.Judged(_judge);
        }
        catch (Exception failure) when (failure is ImageException or Win32Exception)
        {
            // An image that cannot be had, or not be started, is the deployment's to report.
            return null;
        }
    }

    public Task MigrateAsync(Revision revision, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(async () =>
        {
            var command = _setting.Unpack(revision, cancellation);
            var log = _setting.MigrationLogFile(revision);
            var lease = new LeasedStart(_setting.Launcher, context);
            await MigrationRun.RunAsync(
                command,
                _setting.Environment.Service,
                lease,
                log,
                AfterFailure(),
                cancellation
            );
            context.Guard(() =>
            {
                var record = LocalRecord.Read(_setting.Directory) with { MigratedBy = revision.Digest };
                record.Write(_setting.Directory);
            });
        });

    public Task StartAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    ) => _setting.ExplainAsync(() => _slots.StartAsync(slot, revision, instances, context, cancellation));

    public Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _slots.StopAsync(slot, context, cancellation));

    public Task AwaitReadyAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(async () =>
        {
            var record =
                SlotRecord.Read(_setting.Directory, slot)
                ?? throw new StepFailedException($"Slot {slot.Name()} was emptied by somebody. Deploy again.");
            var supervisor = await _setting.Launcher.EnsureRunningAsync(cancellation);
            var watch = new ReadinessWatch(_setting.Probe, supervisor, _setting.Environment.Service, _setting.Time);
            await watch.WaitAsync(record.Instances, limit, context.Progress, cancellation);
        });

    public Task SmokeAsync(
        Slot slot,
        Revision revision,
        Via via,
        SmokeCheck check,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        _setting.ExplainAsync(async () =>
        {
            var answer = await _setting.Probe.AskAsync(
                new HttpMethod(check.Method),
                new Uri(Url, check.Path),
                via == Via.Preview ? await _door.PreviewAsync(slot, context, cancellation) : [],
                TimeSpan.FromSeconds(check.LimitSeconds),
                cancellation
            );
            var fault = answer.Status is { } status
                ? SmokeJudge.Fault(check, revision, status, answer.Body)
                : $"did not answer: {answer.Body}";
            if (fault is not null)
            {
                var log = _setting.LogFile(slot, slot.Instance(1), revision);
                var message = $"Smoke check {check.Method} {check.Path} of {slot.Name()} {fault}";
                throw new StepFailedException(new Evidence(message, log, LogTail.Of(log)));
            }

            context.Progress($"{check.Method} {check.Path} answered {answer.Status}");
        });

    public Task RouteAsync(Split split, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _door.RouteAsync(split, context, cancellation));

    public Task HoldAsync(TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _door.HoldAsync(limit, context, cancellation));

    public Task ScaleAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    ) => _setting.ExplainAsync(() => _slots.ScaleAsync(slot, revision, instances, context, cancellation));

    public async Task<SlotStatistics> StatisticsAsync(Slot slot, CancellationToken cancellation)
    {
        SlotStatistics? counted = null;
        await _setting.ExplainAsync(async () => counted = await _door.StatisticsAsync(slot, cancellation));
        return counted!;
    }

    public Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(() => _door.DrainAsync(slot, limit, context, cancellation));

    public Task DestroyAsync(EffectContext context, CancellationToken cancellation) =>
        _setting.ExplainAsync(async () =>
        {
            // A supervisor that died left its processes: the next one adopts them and can stop them.
            var supervisor = await _setting.Launcher.EnsureRunningAsync(cancellation);
            await supervisor.ShutdownAsync(context.Token, stopProcesses: true, cancellation);
            Directory.Delete(RuntimeDirectory.For(_setting.Directory.Path), recursive: true);
        });

    /// <summary>
    /// A restore over live data loses what was written since: that is a person's to decide, so the command is named and
    /// not run.
    /// </summary>
    string AfterFailure()
    {
        const string Left = "The database is as the last migration that succeeded left it.";
        var name = _setting.Environment.Name;
        return _setting.Environment.Backups is not null && _backups.All() is [var backup, ..]
            ? $"{Left} The backup of before is {backup.Name}; restoring it is an outage and loses what was written since: "
                + $"./build.sh Restore --environment {name} --to {backup.Name} --confirm {name}"
            : Left;
    }

    public void Dispose() => _setting.Dispose();
}
