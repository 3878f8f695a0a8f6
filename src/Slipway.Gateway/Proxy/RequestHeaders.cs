using Microsoft.Extensions.Primitives;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Proxy;

/// <summary>The headers that are the gateway's to give: what a client sends under these names is not believed.</summary>
static class RequestHeaders
{
    const string ForwardedFor = "X-Forwarded-For";
    const string ForwardedHost = "X-Forwarded-Host";
    const string ForwardedProto = "X-Forwarded-Proto";

    static readonly string[] NotForwarded =
    [
        "Forwarded",
        "X-Forwarded-Prefix",
        PreviewHeaders.Key,
        PreviewHeaders.Slot,
    ];

    /// <summary>The first value of a header, null when it is not there.</summary>
    public static string? First(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Sets X-Forwarded-For, -Host and -Proto to what this connection shows, and takes out the preview's.</summary>
    public static void Prepare(HttpContext context)
    {
        var headers = context.Request.Headers;
        foreach (var name in NotForwarded)
            headers.Remove(name);
        headers[ForwardedFor] = ClientAddress(context);
        headers[ForwardedHost] = headers.Host;
        headers[ForwardedProto] = context.Request.Scheme;
    }

    static StringValues ClientAddress(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? StringValues.Empty : address.ToString();
    }
}
