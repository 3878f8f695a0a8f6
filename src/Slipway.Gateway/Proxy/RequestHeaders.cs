using System.Net.Http.Headers;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Proxy;

/// <summary>The headers that are the gateway's to give: what a client sends under these names is not believed.</summary>
static class RequestHeaders
{
    const string ForwardedFor = "X-Forwarded-For";
    const string ForwardedHost = "X-Forwarded-Host";
    const string ForwardedProto = "X-Forwarded-Proto";

    static readonly string[] NotBelieved =
    [
        "Forwarded",
        "X-Forwarded-Prefix",
        ForwardedFor,
        ForwardedHost,
        ForwardedProto,
        PreviewHeaders.Key,
        PreviewHeaders.Slot,
    ];

    /// <summary>The first value of a header, null when it is not there.</summary>
    public static string? First(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Takes out of the client's request what is not believed.</summary>
    public static void TakeOut(HttpContext context)
    {
        var headers = context.Request.Headers;
        foreach (var name in NotBelieved)
            headers.Remove(name);
    }

    /// <summary>
    /// Gives X-Forwarded-For, -Host and -Proto as this connection shows them. To the request that goes out, and not to the
    /// client's, from which they would be copied.
    /// </summary>
    public static void Give(HttpContext context, HttpRequestHeaders outgoing)
    {
        if (context.Connection.RemoteIpAddress is { } address)
            outgoing.TryAddWithoutValidation(ForwardedFor, address.ToString());
        if (context.Request.Headers.Host is { Count: > 0 } host)
            outgoing.TryAddWithoutValidation(ForwardedHost, host.ToString());
        outgoing.TryAddWithoutValidation(ForwardedProto, context.Request.Scheme);
    }
}
