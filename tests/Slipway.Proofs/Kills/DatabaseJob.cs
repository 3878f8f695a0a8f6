using Slipway.Delivery.Databases;

namespace Slipway.Proofs.Kills;

public enum DatabaseCommand
{
    Backup,
    Restore,
    RestoreDrill,
}

/// <summary>What is to be done to the database, and where the process dies that does it.</summary>
/// <param name="File">What is restored.</param>
/// <param name="Point">See <see cref="PointFuse"/>.</param>
sealed record DatabaseJob(DatabaseCommand Command, string File, int Point)
{
    public const int Nowhere = -1;

    /// <returns>Null when it ended as it should, else what it found.</returns>
    public async Task<string?> RunAsync(DatabaseKeeper keeper)
    {
        switch (Command)
        {
            case DatabaseCommand.Backup:
                await keeper.BackUpAsync();
                return null;
            case DatabaseCommand.Restore:
                return (await keeper.RestoreAsync(File)).Failure?.Message;
            default:
                var report = await keeper.DrillAsync();
                return report.Verdict == DrillVerdict.Passed ? null : report.Why;
        }
    }
}
