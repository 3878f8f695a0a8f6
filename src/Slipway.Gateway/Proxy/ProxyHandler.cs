using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Gateway.Logging;
using Slipway.Gateway.Routing;
using Slipway.Gateway.WebSockets;
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
    static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromMinutes(5),
        // What instances speak without TLS, whatever else is asked for: nothing to find out.
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public Task HandleAsync(HttpContext context) => ServeAsync(context).AsTask();

    // Pooled: what this method remembers while it waits is larger than the task that the server gets.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    async ValueTask ServeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var previewKey = RequestHeaders.First(context, PreviewHeaders.Key);
        var previewSlot = RequestHeaders.First(context, PreviewHeaders.Slot);
        var entered =
            router.Enter(previewKey, previewSlot)
            ?? await waitingRoom.EnterAsync(previewKey, previewSlot, context.RequestAborted);
        if (entered is not { } place)
        {
            await Problem.UnavailableAsync(context);
            Log(context, target, started, slot: "-");
            return;
        }

        // What a request waited before there was a slot for it says nothing about the slot.
        var began = time.GetTimestamp();
        try
        {
            var failed = false;
            if (context.Request.ContentLength > maxBodyBytes)
            {
                await RefuseBodyAsync(context);
            }
            else
            {
                RequestHeaders.TakeOut(context);
                var error = await SendAsync(context, place);
                while (IsNobodyThere(context, error) && router.Next(place, previewKey, previewSlot) is { } next)
                {
                    place = next;
                    Reset(context);
                    error = await SendAsync(context, place);
                }

                failed =
                    error == ForwarderError.None ? context.Response.StatusCode >= 500 : await FailAsync(context, error);
            }

            var upgraded = context.Response.StatusCode == StatusCodes.Status101SwitchingProtocols;
            place.Slot.Count(upgraded ? null : time.GetElapsedTime(began), failed);
        }
        finally
        {
            place.Leave();
            Log(context, target, started, place.Slot.Name);
        }
    }

    ValueTask<ForwarderError> SendAsync(HttpContext context, Place place)
    {
        if (place.Instance is not { } instance)
            return ValueTask.FromResult(ForwarderError.NoAvailableDestinations);
        return WebSocketUpgrade.For(context, instance.WebSockets, time) is { } upgrade
            ? SendWebSocketAsync(context, place, upgrade)
            : forwarder.SendAsync(context, place.Prefix!, client, Config, place.Transformer!);
    }

    async ValueTask<ForwarderError> SendWebSocketAsync(HttpContext context, Place place, WebSocketUpgrade upgrade)
    {
        await using (upgrade)
        {
            var transformer = place.Transformer!;
            return await forwarder.SendAsync(context, place.Prefix!, client, Config, transformer, upgrade.Overdue);
        }
    }

    Task RefuseBodyAsync(HttpContext context)
    {
        // With the limit in force the server would cut the connection while the client still sends, and the answer with
        // it. Without, it reads on for its usual five seconds, and the client sees why it was refused.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        return Problem.TooLargeAsync(context, maxBodyBytes);
    }

    // No connection was made, so not a byte of the request has left: any method may be tried on another instance.
    static bool IsNobodyThere(HttpContext context, ForwarderError error) =>
        error == ForwarderError.NoAvailableDestinations
        || (
            error == ForwarderError.Request
            && !context.Response.HasStarted
            && context.Features.Get<IForwarderErrorFeature>()?.Exception
                is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
        );

    static void Reset(HttpContext context)
    {
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.Clear();
    }

    /// <summary>Answers whether the slot failed the request.</summary>
    static async Task<bool> FailAsync(HttpContext context, ForwarderError error)
    {
        if (IsNobodyThere(context, error))
        {
            Reset(context);
            await Problem.UnavailableAsync(context);
        }
        else if (!context.Response.HasStarted && context.Response.StatusCode >= 500)
        {
            await Problem.BadGatewayAsync(context);
        }

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
