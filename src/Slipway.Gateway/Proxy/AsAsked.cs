using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Proxy;

/// <summary>
/// As YARP forwards by itself, with every header, the Host that the client asked for among them, so that an instance's
/// links are right; and with the path and query as they stood in the request line: decoded and encoded again,
/// <c>%252F</c> would become <c>%2F</c>.
/// </summary>
sealed class AsAsked : HttpTransformer
{
    static readonly UriCreationOptions Raw = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static AsAsked Transformer { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.RequestUri = Target(httpContext, destinationPrefix);
    }

    // Null leaves it to YARP: a target that is no path ("*", or a whole address), or has what would not go into a request
    // line again as it is.
    static Uri? Target(HttpContext context, string prefix)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/') || target.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return null;
        // The prefix ends with a '/'.
        return Uri.TryCreate(string.Concat(prefix.AsSpan(..^1), target), Raw, out var address) ? address : null;
    }
}
