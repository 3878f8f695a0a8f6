using Microsoft.Extensions.Diagnostics.HealthChecks;
using TinyGallery.Api.Hosting;

namespace TinyGallery.Api.Health;

/// <summary>Not ready from the moment that the service was told to end.</summary>
sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            drain.HasBegun ? HealthCheckResult.Unhealthy("The service is shutting down.") : HealthCheckResult.Healthy()
        );
}
