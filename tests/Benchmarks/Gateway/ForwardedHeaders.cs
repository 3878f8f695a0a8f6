using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Benchmarks.Gateway;

/// <summary>What a bare YARP needs to tell an instance as much as the gateway and nginx do.</summary>
sealed class ForwardedHeaders : HttpTransformer
{
    public static ForwardedHeaders Transformer { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var headers = proxyRequest.Headers;
        headers.TryAddWithoutValidation("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        headers.TryAddWithoutValidation("X-Forwarded-Host", (string?)httpContext.Request.Headers.Host);
        headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
    }
}
