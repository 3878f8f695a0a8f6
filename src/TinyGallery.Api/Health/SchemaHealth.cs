using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TinyGallery.Api.Data.Migrations;

namespace TinyGallery.Api.Health;

/// <summary>
/// Ready when the database answers and has every migration of this build. One that has more is fine: during a swap the
/// old version lives with the new schema.
/// </summary>
sealed class SchemaHealth(Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var status = await migrator.StatusAsync(cancellationToken);
            return status.Pending.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(
                    $"Migrations are pending: {string.Join(", ", status.Pending.Select(m => m.Name))}. "
                        + "Run: TinyGallery.Api migrate"
                );
        }
        catch (DbException away)
        {
            // The log gets the cause; the answer, which anybody may read, does not.
            return HealthCheckResult.Unhealthy("The database does not answer.", away);
        }
    }
}
