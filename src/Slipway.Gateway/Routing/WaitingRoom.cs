namespace Slipway.Gateway.Routing;

/// <summary>
/// Where requests stay while no slot has weight and the table says to hold them. Nothing of their bodies is read here.
/// </summary>
/// <param name="router">Whose table they wait for.</param>
/// <param name="time">For the table's limit, which runs from a request's arrival.</param>
/// <param name="stopping">Ends every wait: a gateway that is being stopped gets no other table.</param>
/// <param name="places">How many may wait; one more is turned away.</param>
sealed class WaitingRoom(
    Router router,
    TimeProvider time,
    CancellationToken stopping,
    int places = WaitingRoom.DefaultPlaces
)
{
    // A waiting request costs a connection and a few KiB: 10,000 of them are bearable, an unbounded number is not.
    const int DefaultPlaces = 10_000;

    int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>As <see cref="Router.Enter"/>, after waiting for as long as the table in force allows.</summary>
    /// <param name="previewKey">From the request.</param>
    /// <param name="previewSlot">From the request.</param>
    /// <param name="gone">Ends the wait: nobody is there any more to be answered.</param>
    public async Task<Place?> EnterAsync(string? previewKey, string? previewSlot, CancellationToken gone)
    {
        if (router.Table.HoldOf(previewKey, previewSlot) == TimeSpan.Zero)
            return router.Enter(previewKey, previewSlot);

        try
        {
            return Interlocked.Increment(ref _waiting) <= places
                ? await WaitAsync(previewKey, previewSlot, gone)
                : router.Enter(previewKey, previewSlot);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    async Task<Place?> WaitAsync(string? previewKey, string? previewSlot, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        var arrived = time.GetTimestamp();
        while (true)
        {
            // In this order: a table that comes after the look at it ends the wait that follows.
            var table = router.Table;
            if (router.Enter(previewKey, previewSlot) is { } place)
                return place;
            var left = table.HoldOf(previewKey, previewSlot) - time.GetElapsedTime(arrived);
            if (left <= TimeSpan.Zero || either.IsCancellationRequested)
                return null;
            await table
                .Replaced.WaitAsync(left, time, either.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
