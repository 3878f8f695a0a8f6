using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests;

/// <summary>The server binaries of this machine, which most tests here need.</summary>
static class PostgresHere
{
    public static bool IsThere => !OperatingSystem.IsWindows() && BinaryDirectories.OfThisMachine().Any(HasServer);

    public static void Require() =>
        Servers.Require(IsThere, "PostgreSQL's server binaries are missing: apt-get install postgresql");

    public static string Binaries => BinaryDirectories.OfThisMachine().First(HasServer);

    public static Task<ThrowawayPostgres> StartAsync() =>
        ThrowawayPostgres.StartAsync([new MachineBinaries(BinaryDirectories.OfThisMachine())], CancellationToken.None);

    static bool HasServer(string directory) => File.Exists(Path.Combine(directory, "postgres"));
}
