using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Proxy;

/// <summary>As YARP forwards by itself, but with the Host that the client asked for, so that an instance's links are right.</summary>
sealed class OriginalHost : HttpTransformer
{
    public static OriginalHost Transformer { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = httpContext.Request.Headers.Host;
    }
}
