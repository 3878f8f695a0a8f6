namespace Slipway.Databases;

/// <summary>Where a PostgreSQL server came from.</summary>
public enum PostgresSource
{
    /// <summary>A running server whose connection string was given.</summary>
    Given,

    /// <summary>Server binaries found on this machine.</summary>
    Binaries,

    /// <summary>A container of a reachable Docker engine.</summary>
    Docker,

    /// <summary>Server binaries of a package from the npm registry.</summary>
    Npm,
}
