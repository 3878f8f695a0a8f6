using Slipway.Databases.Sources;

namespace Slipway.Databases.Tests.Sources;

public class PostgresSourcesTests
{
    [Fact]
    public void What_is_given_comes_first_and_what_must_be_downloaded_last() =>
        PostgresSources
            .InOrder(new PostgresOptions { CacheDirectory = "/cache" })
            .Select(source => source.GetType())
            .Should()
            .Equal(typeof(GivenServer), typeof(MachineBinaries), typeof(DockerServer), typeof(NpmBinaries));

    [Theory]
    [InlineData("/xdg", true, "/xdg/slipway/postgres")]
    [InlineData(null, true, "/var/cache/slipway/postgres")]
    [InlineData("", false, "/home/me/.cache/slipway/postgres")]
    public void The_cache_is_where_the_server_can_reach_it(string? xdg, bool privileged, string directory) =>
        PostgresSources.CacheDirectory(xdg, privileged, "/home/me", isMacOS: false).Should().Be(directory);

    [Fact]
    public void On_macOS_the_cache_is_in_the_library() =>
        PostgresSources
            .CacheDirectory(null, isPrivileged: false, "/Users/me", isMacOS: true)
            .Should()
            .Be("/Users/me/Library/Caches/slipway/postgres");
}
