namespace Slipway.Releases;

/// <summary>Who a token stands for.</summary>
/// <param name="Login">Null: no person, as the token of a GitHub Actions run.</param>
/// <param name="Limit">Requests an hour.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="ResetAt">When <paramref name="Remaining"/> starts again from <paramref name="Limit"/>, UTC.</param>
public sealed record HostIdentity(string? Login, int Limit, int Remaining, DateTimeOffset ResetAt);
