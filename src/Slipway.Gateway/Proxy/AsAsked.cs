using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Proxy;

/// <summary>
/// To one instance, as YARP forwards by itself: with every header, the Host that the client asked for among them, so that
/// an instance's links are right; with the headers that are the gateway's to give; and with the path and query as they
/// stood in the request line.
/// </summary>
/// <param name="prefix">The instance's address; ends with a '/'.</param>
sealed class AsAsked(string prefix) : HttpTransformer
{
    readonly Targets _targets = new(prefix);

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        RequestHeaders.Give(httpContext, proxyRequest.Headers);
        // Null leaves it to YARP.
        proxyRequest.RequestUri = _targets.Address(
            httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget
        );
    }
}
