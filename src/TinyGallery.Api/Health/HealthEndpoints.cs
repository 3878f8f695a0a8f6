using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Http;
using TinyGallery.Api.Observability;

namespace TinyGallery.Api.Health;

/// <summary>What machines ask: alive, ready, which version, how much.</summary>
static class HealthEndpoints
{
    public const string LivePath = "/health/live";
    public const string ReadyPath = "/health/ready";

    public static void AddGalleryHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DrainHealth>("lifetime").AddCheck<SchemaHealth>("database");
        services.AddSingleton<DrainHealth>();
        services.AddSingleton<SchemaHealth>();
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Alive means that requests are answered: a database that is away is no reason to be restarted.
        routes.MapHealthChecks(LivePath, Options(_ => false)).IsProbe();
        routes.MapHealthChecks(ReadyPath, Options(_ => true)).IsProbe();
    }

    public static void MapVersion(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/version", (GallerySettings settings) => TypedResults.Ok(VersionDocument.Of(settings)))
            .WithName("GetVersion")
            .WithSummary("Which build answers, and where it runs")
            .WithTags("Service")
            .IsProbe();

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/metrics",
                (PrometheusExporter exporter) => TypedResults.Text(exporter.Export(), PrometheusText.ContentType)
            )
            .WithName("GetMetrics")
            .WithSummary("Metrics in the text format of Prometheus")
            .WithTags("Service")
            .IsProbe();

    static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) =>
        new() { Predicate = which, ResponseWriter = WriteAsync };

    static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Healthy)
            return TypedResults.Ok(new HealthDocument("healthy")).ExecuteAsync(context);
        var reasons = report
            .Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy)
            .Select(entry => entry.Description ?? "A check failed.");
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, string.Join(' ', reasons)).ExecuteAsync(context);
    }
}

sealed record HealthDocument(string Status);
