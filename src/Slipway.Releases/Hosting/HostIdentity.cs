namespace Slipway.Releases;

/// <summary>Who a token stands for.</summary>
/// <param name="Login">Null: no person, as the token of a GitHub Actions run.</param>
/// <param name="Limit">Null: the host does not limit requests, as a GitHub Enterprise Server may not.</param>
public sealed record HostIdentity(string? Login, HostLimit? Limit);

/// <summary>How much a token may ask.</summary>
/// <param name="Requests">Requests an hour.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="ResetAt">When <paramref name="Remaining"/> starts again from <paramref name="Requests"/>, UTC.</param>
public sealed record HostLimit(int Requests, int Remaining, DateTimeOffset ResetAt);
