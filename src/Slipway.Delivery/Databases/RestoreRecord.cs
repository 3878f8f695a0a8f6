using Slipway.Delivery.Environments;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

/// <summary>How far a restore has come. Each is on disk before what it names is begun.</summary>
public enum RestoreStage
{
    /// <summary>The instances are being stopped and what is there is backed up. The database is untouched.</summary>
    Stopping,

    /// <summary>The database is being replaced. No instance runs, and the safety backup is whole.</summary>
    Loading,

    /// <summary>The database is replaced; the instances are being started on it.</summary>
    Starting,

    /// <summary>Something failed: the safety backup is being restored and the instances started on that.</summary>
    Returning,
}

/// <summary>
/// A restore under way (<c>restore.json</c>): there from before the first instance is stopped until they serve again, so
/// that the next command can bring a killed one to its end.
/// </summary>
/// <param name="File">What is restored.</param>
/// <param name="Revision">What was live.</param>
/// <param name="Slot">Where it was live.</param>
/// <param name="Safety">The backup of what was there before, once it is whole.</param>
public sealed record RestoreRecord(
    string File,
    Revision Revision,
    Slot Slot,
    int Instances,
    RestoreStage Stage,
    string? Safety = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;

    public static RestoreRecord? Read(EnvironmentDirectory environment) =>
        DurableFile.ReadJson<RestoreRecord>(environment.RestoreFile);
}
