using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;

namespace Slipway.Delivery.Databases;

/// <summary>A database made for a moment, beside the environment's own. Disposed: it is gone.</summary>
public interface IScratchDatabase : IAsyncDisposable
{
    /// <summary>As messages name it.</summary>
    string Name { get; }
}

/// <summary>
/// The database of one environment: what backups, rehearsals and restores are made of. The backend's own verbs do the
/// work, so each effect is given the revision whose verb it is. Each effect ends within a limit of its own and throws
/// <see cref="StepFailedException"/> for a failure it expects.
/// </summary>
public interface IDatabase
{
    BackupStore Backups { get; }

    /// <summary>
    /// The environment says where its database is (<see cref="EnvironmentSpec.Database"/>), so that scratch copies can be
    /// made of it.
    /// </summary>
    bool CanCopy { get; }

    /// <summary>Writes everything to a file, as of one moment, while the environment serves.</summary>
    Task DumpAsync(Revision by, string file, EffectContext context, CancellationToken cancellation);

    /// <summary>Replaces everything by what a file holds, or changes nothing.</summary>
    /// <param name="into">Null: the environment's own database.</param>
    Task LoadAsync(
        Revision by,
        string file,
        IScratchDatabase? into,
        EffectContext context,
        CancellationToken cancellation
    );

    /// <summary>Makes an empty scratch database. What its maker leaves when it is killed goes with the next sweep.</summary>
    Task<IScratchDatabase> CreateScratchAsync(CancellationToken cancellation);

    /// <summary>Every table, by name.</summary>
    Task<IReadOnlyList<TableFingerprint>> ReadAsync(IScratchDatabase scratch, CancellationToken cancellation);

    /// <summary>Runs the migrations of a revision on a scratch database.</summary>
    Task MigrateAsync(
        Revision revision,
        IScratchDatabase scratch,
        EffectContext context,
        CancellationToken cancellation
    );

    /// <summary>Runs a revision on a scratch database, asks it the smoke checks, and ends it.</summary>
    Task ProveAsync(
        Revision revision,
        IScratchDatabase scratch,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    );

    /// <summary>Removes the scratch databases of this environment and what runs on them, whoever left them.</summary>
    Task SweepAsync(EffectContext context, CancellationToken cancellation);
}
