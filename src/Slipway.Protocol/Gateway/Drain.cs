namespace Slipway.Protocol.Gateway;

/// <summary>
/// <c>POST /drain</c>: answers when nothing is in flight on the slot, or on one of its instances, any more, or at the
/// limit. At the limit WebSockets that are still open are told to close (status 1001, "going away"), each end after the
/// frame under way, and get 5 seconds more to do so; other requests are left to the instance. What the table in force
/// still sends requests to is refused, since it would never run dry: a slot with weight, an instance in a slot with
/// weight.
/// </summary>
/// <param name="Token">The fencing token of the lease: older than the newest seen is refused with 409.</param>
/// <param name="Slot">A slot unknown to the gateway has nothing in flight.</param>
/// <param name="TimeoutSeconds">The limit in seconds, 0 to 3600.</param>
/// <param name="Destination">
/// The id of the one instance to drain; null: the whole slot. One unknown to the gateway has nothing in flight.
/// </param>
public sealed record DrainRequest(long Token, string Slot, double TimeoutSeconds, string? Destination = null);

/// <param name="Drained">True when nothing was in flight at the end.</param>
/// <param name="Remaining">Requests and WebSockets still in flight.</param>
/// <param name="Closed">WebSockets that were told to close at the limit.</param>
public sealed record DrainResult(bool Drained, int Remaining, int Closed = 0);
