using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Gateway.Routing;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Admin;

/// <summary>The admin side: GET /status, PUT /routes, POST /drain.</summary>
/// <param name="authority">Whose changes count.</param>
/// <param name="router">What is in force and in flight.</param>
/// <param name="describe">The process and its slots now.</param>
/// <param name="drainage">Runs a slot dry.</param>
/// <param name="stopping">Ends a drain early: the gateway is being stopped.</param>
sealed class AdminHandler(
    RouteAuthority authority,
    Router router,
    Func<GatewayStatus> describe,
    Drainage drainage,
    CancellationToken stopping
)
{
    const double MaxDrainSeconds = 3600;

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await (
                (context.Request.Method, context.Request.Path.Value) switch
                {
                    ("GET", "/status") => Answer(context, 200, describe(), GatewayJson.Default.GatewayStatus),
                    ("PUT", "/routes") => RoutesAsync(context),
                    ("POST", "/drain") => DrainAsync(context),
                    _ => Refuse(context, 404, "The admin side has GET /status, PUT /routes and POST /drain."),
                }
            );
        }
        catch (JsonException malformed)
        {
            await Refuse(context, 400, $"The request cannot be read: {malformed.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Refuse(context, 500, $"The state cannot be written, so nothing was changed: {failure.Message}");
        }
    }

    async Task RoutesAsync(HttpContext context)
    {
        var update = await ReadAsync(context, GatewayJson.Default.RoutesUpdate);
        if (RoutesCheck.Problem(update) is { } problem)
            await Refuse(context, 400, problem);
        else if (!await OffRequests(() => authority.TryApply(update)))
            await RefuseStale(context, update.Token);
        else
            context.Response.StatusCode = 204;
    }

    async Task DrainAsync(HttpContext context)
    {
        var drain = await ReadAsync(context, GatewayJson.Default.DrainRequest);
        if (drain.TimeoutSeconds is not (>= 0 and <= MaxDrainSeconds))
            await Refuse(context, 400, $"timeoutSeconds must be from 0 to {MaxDrainSeconds}.");
        else if (!await OffRequests(() => authority.TryAdvance(drain.Token)))
            await RefuseStale(context, drain.Token);
        else if (router.IsInUse(drain.Slot, drain.Destination))
            await Refuse(context, 400, $"{InUse(drain)}: it would never run dry.");
        else
            await Answer(context, 200, await RunDryAsync(context, drain), GatewayJson.Default.DrainResult);
    }

    async Task<DrainResult> RunDryAsync(HttpContext context, DrainRequest drain)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        return await drainage.RunAsync(drain, either.Token);
    }

    string InUse(DrainRequest drain) =>
        drain.Destination is null
            ? $"Slot '{drain.Slot}' still has weight {router.Weight(drain.Slot)}"
            : $"Instance '{drain.Destination}' is still in slot '{drain.Slot}', which has weight";

    // Writing to the disk blocks, and this thread may be the one that public requests wait for.
    static Task<bool> OffRequests(Func<bool> write) => Task.Run(write);

    static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class =>
        await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted)
        ?? throw new JsonException("it is null.");

    Task RefuseStale(HttpContext context, long token)
    {
        var current = authority.Token;
        var refusal = new GatewayRefusal($"Token {token} is stale: {current} has been seen.", current);
        return Answer(context, 409, refusal, GatewayJson.Default.GatewayRefusal);
    }

    static Task Refuse(HttpContext context, int status, string error) =>
        Answer(context, status, new GatewayRefusal(error), GatewayJson.Default.GatewayRefusal);

    static Task Answer<T>(HttpContext context, int status, T body, JsonTypeInfo<T> type)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, type, contentType: null, context.RequestAborted);
    }
}
