namespace Slipway.Proofs.Load;

/// <summary>What a load is made of.</summary>
interface ITraffic : IDisposable
{
    /// <summary>Makes what the requests need, before the load begins.</summary>
    Task SeedAsync();

    /// <summary>The request that the schedule sends as its n-th.</summary>
    Request Next(long number);

    /// <summary>Writes that were acknowledged.</summary>
    int Acknowledged { get; }

    /// <summary>Those of them that are not there any more, or not as they were written: none, one hopes.</summary>
    Task<IReadOnlyList<string>> LostAsync();
}

/// <param name="IsLong">Slow on purpose: its latency says nothing of the service and is left out of the percentiles.</param>
/// <param name="SendAsync">Sends it, reads the whole answer and throws <see cref="WrongAnswerException"/> if it is not right.</param>
sealed record Request(string Kind, bool IsLong, Func<CancellationToken, Task> SendAsync);

/// <summary>An answer came, and it is not the one that the request must get.</summary>
sealed class WrongAnswerException(string message) : Exception(message);
