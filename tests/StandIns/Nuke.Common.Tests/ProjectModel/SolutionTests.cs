using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Slipway.Testing;

namespace Nuke.Common.Tests.ProjectModel;

public sealed class SolutionTests : IDisposable
{
    const string Xml = """
        <Solution>
          <Folder Name="/src/" />
          <Folder Name="/src/inner/deep/">
            <Project Path="src/B/B.csproj" />
          </Folder>
          <Folder Name="/src/inner/">
            <File Path="readme.md" />
          </Folder>
          <Project Path="A\A.csproj" DisplayName="First" />
        </Solution>
        """;

    const string Text = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "First", "A\A.csproj", "{00000000-0000-0000-0000-00000000000A}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "deep", "deep", "{00000000-0000-0000-0000-0000000000DD}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "inner", "inner", "{00000000-0000-0000-0000-0000000000DE}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{00000000-0000-0000-0000-0000000000DF}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "B", "src\B\B.csproj", "{00000000-0000-0000-0000-00000000000B}"
        EndProject
        Global
        	GlobalSection(SolutionProperties) = preSolution
        		HideSolutionNode = FALSE
        	EndGlobalSection
        	GlobalSection(NestedProjects) = preSolution
        		{00000000-0000-0000-0000-00000000000B} = {00000000-0000-0000-0000-0000000000DD}
        		{00000000-0000-0000-0000-0000000000DD} = {00000000-0000-0000-0000-0000000000DE}
        		{00000000-0000-0000-0000-0000000000DE} = {00000000-0000-0000-0000-0000000000DF}
        	EndGlobalSection
        EndGlobal
        """;

    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    Solution Read(string name, string content) => ((AbsolutePath)_directory.Write(name, content)).ReadSolution();

    [Theory]
    [InlineData("my.slnx", Xml)]
    [InlineData("my.sln", Text)]
    public void Projects_and_folders_are_read_from_both_formats(string name, string content)
    {
        var solution = Read(name, content);
        AbsolutePath root = _directory.Path;

        (solution.Name, solution.FileName, solution.Directory).Should().Be(("my", name, root));
        solution.AllProjects.Select(x => x.Name).Should().BeEquivalentTo("First", "B");
        solution.AllSolutionFolders.Select(x => x.Name).Should().BeEquivalentTo("src", "inner", "deep");
        solution.Projects.Should().Equal(solution.GetProject("First"));
        var deep = solution.GetSolutionFolder("src").GetSolutionFolder("inner").GetSolutionFolder("deep");
        var project = deep.GetProject("B");
        project.Parent.Should().BeSameAs(deep);
        project.Path.Should().Be(root / "src" / "B" / "B.csproj");
        (project.Directory, project.FileName).Should().Be((root / "src" / "B", "B.csproj"));
        ((string)project).Should().Be(project.Path);
        ((AbsolutePath)solution).Should().Be(root / name);
        (solution as IProjectContainer).Parent.Should().BeNull();
    }

    [Fact]
    public void A_project_that_is_not_there_is_null() => Read("my.slnx", Xml).GetProject("C").Should().BeNull();

    [Fact]
    public void Projects_are_found_by_wildcard() =>
        Read("my.slnx", Xml).GetAllProjects("F*t").Should().ContainSingle().Which.Name.Should().Be("First");

    [Fact]
    public void A_solution_is_read_when_it_is_first_asked()
    {
        var solution = Read("my.slnx", "broken");

        var ask = () => solution.AllProjects;

        ask.Should().Throw<ArgumentException>().WithMessage($"{solution.Path}: *line 1*");
    }

    [Theory]
    [InlineData("my.slnx", "<Solution>\n<Project />\n</Solution>", "*my.slnx(2): <Project> has no Path*")]
    [InlineData("my.sln", "Project(\"{x}\") = nonsense", "*cannot read the line Project*")]
    [InlineData("my.txt", "", "*is no solution*")]
    public void A_broken_solution_says_where(string name, string content, string message)
    {
        var solution = Read(name, content);

        solution.Invoking(x => x.AllProjects).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void A_missing_solution_is_an_error()
    {
        var read = () => ((AbsolutePath)_directory["missing.sln"]).ReadSolution();

        read.Should().Throw<ArgumentException>().WithMessage("Expected file to exist*missing.sln*");
    }

    [Fact]
    public void MSBuild_answers_for_a_project()
    {
        _directory.Write(
            "A/A.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net9.0;net10.0</TargetFrameworks>
                <OutputType>Exe</OutputType>
                <Number>7</Number>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Some.Package" Version="1.2.3" />
              </ItemGroup>
            </Project>
            """
        );
        var project = Read("my.slnx", Xml).GetProject("First");

        project.GetTargetFrameworks().Should().Equal("net9.0", "net10.0");
        project.GetOutputType().Should().Be("Exe");
        project.GetProperty<int>("Number").Should().Be(7);
        project.GetProperty("NoSuchProperty").Should().BeNull();
        project.HasPackageReference("Some.Package").Should().BeTrue();
        project.GetItemMetadataSingleOrDefault("PackageReference", "Some.Package", "Version").Should().Be("1.2.3");
        project.GetItemMetadataSingleOrDefault("PackageReference", "Other", "Version").Should().BeNull();
    }
}
