namespace Slipway.Releases;

/// <summary>What a host would not do; the message says what, where, and what to do. It never contains a token.</summary>
public sealed class HostException(HostFailure kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public HostFailure Kind { get; } = kind;

    /// <summary>The message without what to do, for whoever knows better what that is.</summary>
    public string Why { get; init; } = message;

    /// <summary>When it is worth asking again, UTC; null unless <see cref="HostFailure.RateLimited"/>.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}

/// <summary>Kinds of refusal.</summary>
public enum HostFailure
{
    /// <summary>There is no such thing, or the token may not see it.</summary>
    NotFound,

    /// <summary>No token, or one that is wrong, expired or revoked.</summary>
    Unauthorized,

    /// <summary>The token is good, and may not do this.</summary>
    Forbidden,

    /// <summary>Too many requests: <see cref="HostException.RetryAt"/> is further away than this run waits.</summary>
    RateLimited,

    /// <summary>What is there stands in the way.</summary>
    Conflict,

    /// <summary>The host did not answer, or not as it should, in several attempts.</summary>
    Unavailable,

    /// <summary>The host understood and would not accept what was sent.</summary>
    Invalid,
}
