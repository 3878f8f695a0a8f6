namespace Slipway.Platforms.Local;

/// <summary>Somebody with a newer lease has changed the environment since: this deployer may change nothing any more.</summary>
public sealed class StaleTokenException(long token, long current)
    : Exception($"The lease with fencing token {token} is over: token {current} has been seen since.")
{
    /// <summary>The token that was refused.</summary>
    public long Token { get; } = token;

    /// <summary>The newest token seen.</summary>
    public long Current { get; } = current;
}
