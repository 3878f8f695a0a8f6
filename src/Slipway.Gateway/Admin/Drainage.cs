using Slipway.Gateway.Routing;
using Slipway.Gateway.WebSockets;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Admin;

/// <summary>Waits until nothing is in flight any more; at the limit it closes the WebSockets that are left.</summary>
sealed class Drainage(Router router, TimeProvider time)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    // What the ends get to hang up, and a little for the gateway to see it.
    static readonly TimeSpan ClosingLimit = WebSocketRelay.Grace + TimeSpan.FromSeconds(1);

    public async Task<DrainResult> RunAsync(DrainRequest drain, CancellationToken cancellation)
    {
        var limit = TimeSpan.FromSeconds(drain.TimeoutSeconds);
        if (!await UntilAsync(() => InFlight() == 0, limit, cancellation) && !cancellation.IsCancellationRequested)
        {
            var closed = 0;
            // Again each time: a request that was in flight may ask for a WebSocket only now.
            await UntilAsync(() => Close() == 0, ClosingLimit, cancellation);
            return Result(closed);

            int Close()
            {
                closed += WebSockets().Sum(open => open.Close());
                return WebSockets().Sum(open => open.Count);
            }
        }

        return Result(closed: 0);

        int InFlight() => router.InFlight(drain.Slot, drain.Destination);

        IEnumerable<OpenWebSockets> WebSockets() => router.WebSockets(drain.Slot, drain.Destination);

        DrainResult Result(int closed) => new(InFlight() == 0, InFlight(), closed);
    }

    /// <summary>False when the limit came first, or the cancellation.</summary>
    async Task<bool> UntilAsync(Func<bool> done, TimeSpan limit, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (!done())
        {
            if (time.GetElapsedTime(started) >= limit || cancellation.IsCancellationRequested)
                return false;
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
    }
}
