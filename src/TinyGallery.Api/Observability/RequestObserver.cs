using Microsoft.AspNetCore.Diagnostics;
using TinyGallery.Api.Hosting;

namespace TinyGallery.Api.Observability;

/// <summary>Counts, times and logs each request, and knows how many are in flight.</summary>
sealed class RequestObserver(
    RequestDelegate next,
    GalleryMetrics metrics,
    Drain drain,
    TimeProvider time,
    ILogger<RequestObserver> logger
)
{
    const string Other = "other";

    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        using var inFlight = drain.Enter();
        metrics.Started();
        if (drain.HasBegun)
            // The client's next request then goes to another instance.
            context.Response.Headers.Connection = "close";
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var duration = time.GetElapsedTime(start);
            metrics.Finished(Method(context.Request.Method), Route(context), status, duration);
            if (IsProbe(context))
                Log.Probe(logger, context.Request.Method, context.Request.Path, status, duration.TotalMilliseconds);
            else
                Log.Request(logger, context.Request.Method, context.Request.Path, status, duration.TotalMilliseconds);
        }
    }

    static string Method(string method) =>
        HttpMethods.IsGet(method)
        || HttpMethods.IsHead(method)
        || HttpMethods.IsPost(method)
        || HttpMethods.IsPut(method)
        || HttpMethods.IsDelete(method)
            ? HttpMethods.GetCanonicalizedValue(method)
            : Other;

    static string Route(HttpContext context)
    {
        // A failure takes the endpoint away from the request; where it happened is still known.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } ? Trim(pattern) : Other;
    }

    /// <summary>A group's own route ends in a slash that its address does not have.</summary>
    static string Trim(string pattern) => pattern.Length > 1 ? pattern.TrimEnd('/') : pattern;

    static bool IsProbe(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Probe>() is not null;
}

/// <summary>Marks what machines ask every few seconds: never limited, and logged at Debug.</summary>
sealed class Probe;

static class ProbeExtensions
{
    public static TBuilder IsProbe<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.DisableRateLimiting().WithMetadata(new Probe());
}
