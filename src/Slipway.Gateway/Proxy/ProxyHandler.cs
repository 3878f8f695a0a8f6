using Microsoft.AspNetCore.Http.Features;
using Slipway.Gateway.Logging;
using Slipway.Gateway.Routing;
using Slipway.Protocol.Gateway;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Proxy;

/// <summary>The public side: each request goes to the slot that the table in force names, and is counted there.</summary>
sealed class ProxyHandler(
    Router router,
    WaitingRoom waitingRoom,
    IHttpForwarder forwarder,
    HttpMessageInvoker client,
    AccessLog? log,
    TimeProvider time,
    long maxBodyBytes
)
{
    // ASP.NET's WebSockets ping every two minutes by default: a connection on which nothing moves for longer is dead.
    static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromMinutes(5) };

    public async Task HandleAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var previewKey = RequestHeaders.First(context, PreviewHeaders.Key);
        var previewSlot = RequestHeaders.First(context, PreviewHeaders.Slot);
        var route =
            router.Enter(previewKey, previewSlot)
            ?? await waitingRoom.EnterAsync(previewKey, previewSlot, context.RequestAborted);
        if (route is null)
        {
            await Problem.UnavailableAsync(context);
            Log(context, target, started, slot: "-");
            return;
        }

        try
        {
            // What a request waited before there was a slot for it says nothing about the slot.
            var entered = time.GetTimestamp();
            var failed = await ForwardAsync(context, route);
            var upgraded = context.Response.StatusCode == StatusCodes.Status101SwitchingProtocols;
            route.Slot.Count(upgraded ? null : time.GetElapsedTime(entered), failed);
        }
        finally
        {
            route.Slot.Leave();
            Log(context, target, started, route.Slot.Name);
        }
    }

    /// <summary>Answers whether the slot failed the request.</summary>
    async Task<bool> ForwardAsync(HttpContext context, RoutedSlot route)
    {
        if (context.Request.ContentLength > maxBodyBytes)
        {
            // With the limit in force the server would cut the connection while the client still sends, and the answer
            // with it. Without, it reads on for its usual five seconds, and the client sees why it was refused.
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            await Problem.TooLargeAsync(context, maxBodyBytes);
            return false;
        }

        RequestHeaders.Prepare(context);
        var turn = route.NextTurn();
        for (var attempt = 0; attempt < route.Count; attempt++)
        {
            var prefix = route.Prefix(turn + (uint)attempt);
            var error = await forwarder.SendAsync(context, prefix, client, Config, OriginalHost.Transformer);
            if (error == ForwarderError.None)
                return context.Response.StatusCode >= 500;
            if (!WasRefused(context))
                return await FailAsync(context, error);
            Reset(context);
        }

        await Problem.UnavailableAsync(context);
        return true;
    }

    // No connection was made, so not a byte of the request has left: any method may be tried on another instance.
    static bool WasRefused(HttpContext context) =>
        !context.Response.HasStarted
        && context.Features.Get<IForwarderErrorFeature>()?.Exception
            is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    static void Reset(HttpContext context)
    {
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.Clear();
    }

    static async Task<bool> FailAsync(HttpContext context, ForwarderError error)
    {
        if (!context.Response.HasStarted && context.Response.StatusCode >= 500)
            await Problem.BadGatewayAsync(context);
        return context.Response.StatusCode >= 500
            || error is ForwarderError.ResponseBodyDestination or ForwarderError.UpgradeResponseDestination;
    }

    void Log(HttpContext context, string target, long started, string slot) =>
        log?.Write(
            new AccessRecord(
                time.GetUtcNow(),
                context.Request.Method,
                target,
                context.Response.StatusCode,
                time.GetElapsedTime(started),
                slot
            )
        );
}
