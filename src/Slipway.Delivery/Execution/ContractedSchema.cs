using Slipway.Delivery.Approvals;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>
/// What contract migrations have taken away from an environment's database: a revision that still uses it cannot come
/// back. Migrations are never undone, so that a deployment which was rolled back counts as well.
/// </summary>
sealed class ContractedSchema(string environment, IPlatform platform, PendingPlans plans)
{
    /// <summary>A migration that stands in the way, and the deployment that brought it.</summary>
    sealed record Obstacle(PendingMigration Migration, DeploymentRecord Deployment);

    /// <exception cref="DeliveryException">The revision cannot live with the database as it is; nothing was changed.</exception>
    public async Task RequireAsync(
        Revision wanted,
        IReadOnlyList<DeploymentRecord> history,
        CancellationToken cancellation
    )
    {
        if (await ObstacleAsync(wanted, history, cancellation) is not { } obstacle)
            return;
        var (migration, deployment) = (obstacle.Migration, obstacle.Deployment);
        throw new DeliveryException(
            $"{environment} cannot go back to {wanted}: the migration {migration.Name}, which {deployment.Revision} brought "
                + $"at {deployment.BegunAt:u}, took away what releases before {migration.ContractAfter} use. "
                + await WaysOnAsync(deployment, history, cancellation)
        );
    }

    async Task<string> WaysOnAsync(
        DeploymentRecord deployment,
        IReadOnlyList<DeploymentRecord> history,
        CancellationToken cancellation
    )
    {
        const string Forward = "Go forward: repair it and ./build.sh Deploy.";
        var before = platform.Database?.Backups.All().FirstOrDefault(backup => IsFromBefore(backup, deployment));
        var kept = before is null
            ? ""
            : $" What it took away is in the backup {before.Name}, which a Restore would migrate again.";
        return await FurthestAsync(deployment, history, cancellation) is { } good
            ? $"{Forward} Or go back less far: ./build.sh Rollback --environment {environment} --to {good.Version}.{kept}"
            : Forward + kept;
    }

    /// <summary>The newest other revision that was good here and can live with the database; null: there is none.</summary>
    async Task<Revision?> FurthestAsync(
        DeploymentRecord deployment,
        IReadOnlyList<DeploymentRecord> history,
        CancellationToken cancellation
    )
    {
        var good = history
            .Where(record => record.Result == DeploymentResult.Succeeded)
            .Select(record => record.Revision)
            .Where(revision => !Is(revision, deployment.Revision))
            .Reverse()
            .DistinctBy(revision => revision.Digest, StringComparer.Ordinal);
        foreach (var revision in good)
        {
            if (await ObstacleAsync(revision, history, cancellation) is null)
                return revision;
        }

        return null;
    }

    async Task<Obstacle?> ObstacleAsync(
        Revision wanted,
        IReadOnlyList<DeploymentRecord> history,
        CancellationToken cancellation
    )
    {
        // What came before it was good here the last time, it has lived with.
        var since = history
            .Reverse()
            .TakeWhile(record => record.Result != DeploymentResult.Succeeded || !Is(record.Revision, wanted));
        foreach (var deployment in since.Where(record => record.Purpose == Purpose.Deploy))
        {
            foreach (var migration in await AppliedAsync(deployment, cancellation))
            {
                if (!ReleaseNumber.IsAtLeast(wanted.Version, migration.ContractAfter!))
                    return new Obstacle(migration, deployment);
            }
        }

        return null;
    }

    /// <summary>The contract migrations that a deployment has applied.</summary>
    async Task<IReadOnlyList<PendingMigration>> AppliedAsync(
        DeploymentRecord deployment,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(plans.FileOf(deployment.Plan)))
            return [];
        var plan = plans.Load(deployment.Plan);
        var contracts = plan.Migrations?.Pending.Where(migration => migration.IsContract).ToList() ?? [];
        var step = plan.Steps.ToList().FindIndex(found => found is Migrate);
        if (contracts.Count == 0 || !deployment.Intended.Contains(step))
            return [];
        if (deployment.Done.Contains(step))
            return contracts;
        // It failed or was killed in the middle: the database knows how far it came. Where nobody can tell, all of it.
        var now = await platform.PendingMigrationsAsync(deployment.Revision, cancellation);
        var pending = now?.Pending.Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        return contracts.FindAll(migration => !pending.Contains(migration.Name));
    }

    static bool IsFromBefore(Backup backup, DeploymentRecord deployment) =>
        backup.Manifest.At <= (deployment.EndedAt ?? DateTimeOffset.MaxValue)
        && !Is(backup.Manifest.By, deployment.Revision);

    static bool Is(Revision one, Revision other) => string.Equals(one.Digest, other.Digest, StringComparison.Ordinal);
}
