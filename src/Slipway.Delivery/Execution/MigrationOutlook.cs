using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>A version that serves users, and where.</summary>
public sealed record LiveRelease(string Environment, string Version);

/// <summary>Answers what is live in the other environments that a release goes to.</summary>
public delegate Task<IReadOnlyList<LiveRelease>> LiveElsewhere(CancellationToken cancellation);

/// <summary>What a plan's image would do to the database, and whether it is time for that.</summary>
sealed class MigrationOutlook(string environment, IPlatform platform, LiveElsewhere? elsewhere)
{
    /// <summary>
    /// The plan with what it would migrate; one that migrates nothing, or whose image does not tell, is as it was. Where it is
    /// known that nothing is pending, nothing is backed up and rehearsed for it.
    /// </summary>
    public async Task<Plan> WithMigrationsAsync(Plan plan, CancellationToken cancellation)
    {
        var migrations = await AskAsync(plan, cancellation);
        return (migrations is { Pending.Count: 0 } ? plan.WithoutPrecautions() : plan) with { Migrations = migrations };
    }

    public async Task<IReadOnlyList<string>> DifferencesAsync(Plan plan, CancellationToken cancellation) =>
        plan.Migrations is null
            ? []
            : [.. PlannedMigrations.Differences(plan.Migrations, await AskAsync(plan, cancellation))];

    /// <summary>
    /// A contract migration takes away what older revisions use, so that the release that stopped using it, or a later
    /// one, must be live wherever something is live: here, and where the same image goes next or was before.
    /// </summary>
    /// <exception cref="DeliveryException">It is not; nothing was changed.</exception>
    public async Task RequireReleasesAsync(Plan plan, World world, CancellationToken cancellation)
    {
        var contracts = plan.Migrations?.Pending.Where(migration => migration.IsContract).ToList() ?? [];
        if (contracts.Count == 0)
            return;
        var live = world
            .Slots.Where(slot => slot is { Traffic: > 0, Revision: not null })
            .Select(slot => new LiveRelease(environment, slot.Revision!.Version));
        var all = live.Concat(elsewhere is null ? [] : await elsewhere(cancellation)).ToList();
        foreach (var migration in contracts)
        {
            var release = migration.ContractAfter!;
            var older = all.Where(found => !ReleaseNumber.IsAtLeast(found.Version, release)).ToList();
            if (older.Count > 0)
                throw new DeliveryException(
                    $"{migration.Name} takes away what releases before {release} use, and live is "
                        + $"{string.Join(", ", older.Select(found => $"{found.Version} in {found.Environment}"))}. "
                        + $"Deploy {release} or a later release without this migration there first."
                );
        }
    }

    Task<PlannedMigrations?> AskAsync(Plan plan, CancellationToken cancellation) =>
        plan.Steps.Any(step => step is Migrate)
            ? platform.PendingMigrationsAsync(plan.Wanted, cancellation)
            : Task.FromResult<PlannedMigrations?>(null);
}
