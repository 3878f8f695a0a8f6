using System.Text;
using Slipway.Components.SupplyChain;
using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests.SupplyChain;

public sealed class PackageFoldersTests
{
    const string Assets = """{ "packageFolders": { "/one/": {}, "/two/": {} } }""";

    [Fact]
    public void They_are_those_of_the_last_restore()
    {
        using var root = new TempDirectory();
        root.Write("artifacts/obj/Sample/project.assets.json", Assets);

        PackageFolders.Of(new SampleBuild(root.Path)).Should().Equal("/one/", "/two/");
    }

    [Fact]
    public void Without_an_artifacts_directory_the_projects_own_tells()
    {
        using var root = new TempDirectory();
        root.Write("src/obj/project.assets.json", Assets);

        PackageFolders.Of(new SampleBuild(root.Path)).Should().Equal("/one/", "/two/");
    }

    [Fact]
    public void Where_nothing_was_restored_it_is_NuGets_own_folder()
    {
        using var root = new TempDirectory();

        PackageFolders.Of(new SampleBuild(root.Path)).Should().ContainSingle().Which.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"packageFolders\":1}")]
    public void A_broken_file_names_none(string text) =>
        PackageFolders.Read(Encoding.UTF8.GetBytes(text)).Should().BeEmpty();
}
