using Slipway.Databases.Copies;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Instances;

namespace Slipway.Platforms.Local.Databases;

/// <summary>
/// The database of an environment on this machine: the backend's verbs as processes from its image, scratch databases
/// beside its own.
/// </summary>
sealed class LocalDatabase(LocalSetting setting, BackupStore backups) : IDatabase
{
    /// <summary>What takes longer than this is no work for the middle of a deployment.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromHours(1);

    readonly IDatabaseServer? _server = DatabaseServers.Of(setting.Environment, setting.Directory);

    public BackupStore Backups => backups;

    public bool CanCopy => _server is not null;

    public Task DumpAsync(Revision by, string file, EffectContext context, CancellationToken cancellation) =>
        setting.ExplainAsync(() =>
            VerbRun.RunAsync(
                setting.Unpack(by, cancellation),
                WithFile(setting.Environment.Service.BackupArguments, file),
                setting.DatabaseLogFile("backup", by),
                "The backup",
                "The older backups are untouched.",
                s_limit,
                lease: null,
                cancellation
            )
        );

    public Task LoadAsync(
        Revision by,
        string file,
        IScratchDatabase? into,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        setting.ExplainAsync(() =>
            VerbRun.RunAsync(
                into is null
                    ? setting.Unpack(by, cancellation)
                    : setting.Unpack(by, (ScratchDatabase)into, cancellation),
                WithFile(setting.Environment.Service.RestoreArguments, file),
                setting.DatabaseLogFile(into is null ? "restore" : "restore-copy", by),
                into is null ? "The restore" : "The restore into a copy",
                into is null ? "It replaces everything or nothing." : "Nothing was changed.",
                s_limit,
                into is null ? new LeasedStart(setting.Launcher, context) : null,
                cancellation
            )
        );

    public async Task<IScratchDatabase> CreateScratchAsync(CancellationToken cancellation) =>
        await Server.CreateAsync(cancellation);

    public Task<IReadOnlyList<TableFingerprint>> ReadAsync(IScratchDatabase scratch, CancellationToken cancellation) =>
        ((ScratchDatabase)scratch).ReadAsync(cancellation);

    public Task MigrateAsync(
        Revision revision,
        IScratchDatabase scratch,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        setting.ExplainAsync(() =>
            VerbRun.RunAsync(
                setting.Unpack(revision, (ScratchDatabase)scratch, cancellation),
                setting.Environment.Service.MigrateArguments,
                setting.DatabaseLogFile("rehearse", revision),
                "On a copy, the migrations",
                "The database itself was not touched.",
                s_limit,
                lease: null,
                cancellation
            )
        );

    public Task ProveAsync(
        Revision revision,
        IScratchDatabase scratch,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var command = setting.Unpack(revision, (ScratchDatabase)scratch, cancellation);
        var log = setting.DatabaseLogFile("rehearsal", revision);
        var instance = new RehearsalInstance(setting, command, log);
        return setting.ExplainAsync(() => instance.ProveAsync(revision, checks, context, cancellation));
    }

    public Task SweepAsync(EffectContext context, CancellationToken cancellation) =>
        setting.ExplainAsync(async () =>
        {
            await RehearsalInstance.StopAsync(setting, context, cancellation);
            // What another one has made since is not ours to remove.
            context.Guard(() => { });
            if (_server is not null)
                await _server.SweepAsync(cancellation);
        });

    IDatabaseServer Server =>
        _server
        ?? throw new DeliveryException(
            $"Nobody has described the database of {setting.Environment.Name} (EnvironmentSpec.Database)."
        );

    static IEnumerable<string> WithFile(IEnumerable<string> arguments, string file) =>
        arguments.Select(argument => argument.Replace(ServiceContract.File, file, StringComparison.Ordinal));
}
