using Nuke.Common.IO;
using Slipway.Components.Compatibility;
using Slipway.Testing;

namespace Slipway.Components.Tests.Compatibility;

public sealed class PackableProjectsTests : IDisposable
{
    const string Library = """<Project Sdk="Microsoft.NET.Sdk" />""";
    const string False = "<Project><PropertyGroup><IsPackable>false</IsPackable></PropertyGroup></Project>";
    const string Above = """<Project><Import Project="$(Up)Directory.Build.props" /></Project>""";

    readonly TempDirectory _directory = new();

    [Fact]
    public void Where_nothing_is_said_MSBuild_is_asked() => Asked(Library).Should().Equal("src/A/A.csproj");

    [Fact]
    public void Said_to_be_none_for_all_it_is_not_asked()
    {
        _directory.Write("Directory.Build.props", False);
        // Beside it, which does not count.
        _directory.Write("src/B/Directory.Build.targets", "<IsPackable>true</IsPackable>");

        Asked(Library).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""<Project Sdk="x"><PropertyGroup><IsPackable>true</IsPackable></PropertyGroup></Project>""")]
    [InlineData("""<Project Sdk="x"><Import Project="packed.props" /></Project>""")]
    public void A_project_that_says_more_is_asked(string project)
    {
        _directory.Write("Directory.Build.props", False);

        Asked(project).Should().ContainSingle();
    }

    [Theory]
    [InlineData("<Project><PropertyGroup Condition=\"x\"><IsPackable>false</IsPackable></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><IsPackable Condition=\"x\">false</IsPackable></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><IsPackable>true</IsPackable></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><IsPackable>$(A)</IsPackable></PropertyGroup></Project>")]
    [InlineData(
        "<Project><Choose><When><PropertyGroup><IsPackable>false</IsPackable></PropertyGroup></When></Choose></Project>"
    )]
    [InlineData("no XML IsPackable")]
    public void What_is_said_with_a_condition_is_asked(string props)
    {
        _directory.Write("Directory.Build.props", props);

        Asked(Library).Should().ContainSingle();
    }

    [Fact]
    public void Said_in_targets_too_it_is_asked()
    {
        _directory.Write("Directory.Build.props", False);
        _directory.Write("Directory.Build.targets", "<Project><!-- IsPackable --></Project>");

        Asked(Library).Should().ContainSingle();
    }

    [Theory]
    [InlineData(Above, 0)]
    [InlineData("<Project />", 1)]
    public void The_nearest_file_counts_and_those_that_it_imports(string nearest, int asked)
    {
        _directory.Write("Directory.Build.props", False);
        _directory.Write("src/Directory.Build.props", nearest);

        Asked(Library).Should().HaveCount(asked);
    }

    [Fact]
    public void A_solution_of_the_older_form_is_read_too()
    {
        _directory.Write("Sample.slnx", """Project("{9A19103F}") = "A", "src\A\A.csproj", "{1}" """);
        _directory.Write("src/A/A.csproj", Library);

        PackableProjects.Of((AbsolutePath)_directory["Sample.slnx"]).Should().Equal("src/A/A.csproj");
    }

    public void Dispose() => _directory.Dispose();

    IReadOnlyList<string> Asked(string project)
    {
        _directory.Write("Sample.slnx", """<Solution><Project Path="src/A/A.csproj" /></Solution>""");
        _directory.Write("src/A/A.csproj", project);
        return PackableProjects.Of((AbsolutePath)_directory["Sample.slnx"]);
    }
}
