using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>What every strategy does before the wanted revision migrates the database.</summary>
static class Precautions
{
    /// <summary>
    /// Back up and rehearse, where the environment asks for it and has something to lose. A rollback migrates nothing.
    /// </summary>
    public static IEnumerable<Step> Before(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        if (purpose != Purpose.Deploy || environment.Backups is null || !HasVerbs(environment.Service))
            yield break;
        // Before the first deployment there is nothing to lose; what this image has migrated, it does not migrate again.
        var isMigrated = string.Equals(world.MigratedBy, wanted.Digest, StringComparison.Ordinal);
        if (isMigrated || world.Live?.Revision is not { } live)
            yield break;
        yield return new BackUp(wanted, live);
        if (environment.Database is not null)
            yield return new Rehearse(wanted, live, environment.SmokeChecks);
    }

    static bool HasVerbs(ServiceContract service) =>
        service is { MigrateArguments.Count: > 0, BackupArguments.Count: > 0, RestoreArguments.Count: > 0 };
}
