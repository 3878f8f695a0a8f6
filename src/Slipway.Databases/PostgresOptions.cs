namespace Slipway.Databases;

/// <summary>Where a throw-away PostgreSQL may come from.</summary>
public sealed record PostgresOptions
{
    /// <summary>Read when <see cref="Connection"/> is not set.</summary>
    public const string ConnectionVariable = "SLIPWAY_POSTGRES_CONNECTION";

    /// <summary>
    /// An Npgsql connection string of a server to use as it is; its user must be allowed to create databases. A server
    /// that is given but does not answer is an error: nothing else is tried. Default: <see cref="ConnectionVariable"/>.
    /// </summary>
    public string? Connection { get; init; }

    /// <summary>
    /// Where downloaded server binaries are kept between runs. Default: <c>slipway/postgres</c> below
    /// <c>XDG_CACHE_HOME</c>, else below the user's cache directory; for root <c>/var/cache</c>, because the server
    /// runs as another user, who cannot enter root's home.
    /// </summary>
    public string? CacheDirectory { get; init; }
}
