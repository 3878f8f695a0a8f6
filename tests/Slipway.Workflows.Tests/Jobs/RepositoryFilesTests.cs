using Slipway.Testing;
using Slipway.Workflows.Jobs;

namespace Slipway.Workflows.Tests.Jobs;

public sealed class RepositoryFilesTests : IDisposable
{
    readonly TempDirectory _root = new();

    [Fact]
    public void Without_files_that_say_so_there_is_no_SDK_to_install_and_nothing_to_keep()
    {
        RepositoryFiles.Read(_root.Path).Should().Be(new RepositoryFiles());
    }

    [Fact]
    public void Central_versions_name_the_packages_with_the_projects_that_use_them()
    {
        _root.Write("global.json", "{}");
        _root.Write("Directory.Packages.props", "<Project/>");

        RepositoryFiles
            .Read(_root.Path)
            .Should()
            .Be(
                new RepositoryFiles { HasGlobalJson = true, PackageFiles = ["Directory.Packages.props", "**/*.csproj"] }
            );
    }

    [Fact]
    public void Lock_files_name_them_exactly()
    {
        _root.Write("Directory.Packages.props", "<Project/>");
        _root.Write("src/App/packages.lock.json", "{}");

        RepositoryFiles.Read(_root.Path).PackageFiles.Should().Equal("**/packages.lock.json");
    }

    [Theory]
    [InlineData("artifacts/checkout/App/packages.lock.json")]
    [InlineData("src/App/obj/packages.lock.json")]
    [InlineData(".temp/App/packages.lock.json")]
    public void What_a_build_has_left_does_not_count(string file)
    {
        _root.Write(file, "{}");

        RepositoryFiles.Read(_root.Path).PackageFiles.Should().BeEmpty();
    }

    public void Dispose() => _root.Dispose();
}
