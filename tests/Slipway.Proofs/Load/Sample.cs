namespace Slipway.Proofs.Load;

/// <summary>One request as its client saw it.</summary>
/// <param name="Due">When it was to be sent, since the load began.</param>
/// <param name="Latency">From <paramref name="Due"/> to the last byte of the answer, however late it was sent.</param>
/// <param name="Failure">Null: it was answered as it must be.</param>
sealed record Sample(string Kind, bool IsLong, TimeSpan Due, TimeSpan Latency, string? Failure);
