using System.Text.Encodings.Web;

namespace Slipway.Gateway.Proxy;

/// <summary>Answers that come from the gateway itself, as problem details (RFC 9457).</summary>
static class Problem
{
    /// <summary>No instance can take the request now: 503 with Retry-After.</summary>
    public static Task UnavailableAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return WriteAsync(context, 503, "Service unavailable", "No instance takes requests at the moment.");
    }

    public static Task TooLargeAsync(HttpContext context, long limit) =>
        WriteAsync(context, 413, "Content too large", $"A request body may have at most {limit} bytes.");

    /// <summary>The instance did not answer properly.</summary>
    public static Task BadGatewayAsync(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status504GatewayTimeout
            ? WriteAsync(context, 504, "Gateway timeout", "The instance did not answer in time.")
            : WriteAsync(context, 502, "Bad gateway", "The instance ended the connection without an answer.");

    static Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        var encode = JavaScriptEncoder.Default;
        return context.Response.WriteAsync(
            $$"""{"title":"{{encode.Encode(title)}}","status":{{status}},"detail":"{{encode.Encode(detail)}}"}""",
            context.RequestAborted
        );
    }
}
