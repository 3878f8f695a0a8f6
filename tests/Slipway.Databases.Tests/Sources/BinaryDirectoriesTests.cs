using Slipway.Databases.Sources;

namespace Slipway.Databases.Tests.Sources;

public class BinaryDirectoriesTests
{
    [Fact]
    public void The_newest_version_comes_first_by_number_and_one_without_a_number_last() =>
        BinaryDirectories
            .NewestFirst(["/pg/9.6", "/pg/15", "/pg/unversioned", "/pg/pgsql-16", "/pg/postgresql@9.4", "/pg/100"])
            .Should()
            .Equal("/pg/100", "/pg/pgsql-16", "/pg/15", "/pg/9.6", "/pg/postgresql@9.4", "/pg/unversioned");

    [Fact]
    public void Relative_entries_of_the_search_path_are_not_looked_into() =>
        BinaryDirectories.OfSearchPath("/usr/bin:.::bin:/opt/bin").Should().Equal("/usr/bin", "/opt/bin");

    [Fact]
    public void No_search_path_is_no_directory() => BinaryDirectories.OfSearchPath(null).Should().BeEmpty();
}
