using Nuke.Common.Execution;
using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.Hosting;

[Collection(OneBuildAtATime.Name)]
public sealed class BuildLocationTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly AbsolutePath _workingDirectory = EnvironmentInfo.WorkingDirectory;
    private readonly ParameterSources _sources = ParameterSources.Current;

    [Fact]
    public void The_root_is_the_nearest_directory_upwards_that_holds_dot_nuke()
    {
        Directory.CreateDirectory(_directory["project/.nuke"]);

        Root(from: "project/src/deep").Should().EndWith("project");
    }

    [Fact]
    public void The_parameter_counts_before_and_without_a_value_means_here()
    {
        Directory.CreateDirectory(_directory["other"]);

        Root(from: "src", "--root", "../other").Should().EndWith("other");
        Root(from: "src", "--root").Should().EndWith("src");
    }

    [Fact]
    public void Without_a_root_one_line_says_how_to_mark_it()
    {
        var find = () => Root(from: "src");

        find.Should().Throw<BuildInputException>().WithMessage("There is no '.nuke' directory in *Create one*--root*");
    }

    [Fact]
    public void A_root_that_does_not_exist_is_an_error()
    {
        var find = () => Root(from: "src", "--root", "nowhere");

        find.Should()
            .Throw<BuildInputException>()
            .WithMessage("The root directory *nowhere' given by '--root' does not exist.");
    }

    [Fact]
    public void The_project_is_the_nearest_upwards_from_the_assembly()
    {
        var project = _directory.Write("build/_build.csproj", "");
        Directory.CreateDirectory(_directory["build/bin/Debug"]);

        BuildLocation.FindProjectFile(_directory["build/bin/Debug"]).ToString().Should().Be(project);
    }

    [Fact]
    public void Two_projects_side_by_side_are_an_error()
    {
        _directory.Write("a.csproj", "");
        _directory.Write("b.csproj", "");

        var find = () => BuildLocation.FindProjectFile(_directory.Path);

        find.Should().Throw<BuildInputException>().WithMessage("Found multiple project files*");
    }

    [Theory]
    [InlineData("terminal", typeof(Terminal))]
    [InlineData("GitHubActions", typeof(Nuke.Common.CI.GitHubActions.GitHubActions))]
    public void A_host_is_found_by_its_name(string name, Type type)
    {
        ParameterSources.Current = RunningBuild.Sources(["--host", name]);

        Host.Find().Should().BeOfType(type);
    }

    [Fact]
    public void An_unknown_host_is_an_error_that_names_the_near_ones()
    {
        ParameterSources.Current = RunningBuild.Sources(["--host", "Terminl"]);

        var find = Host.Find;

        find.Should().Throw<BuildInputException>().WithMessage("There is no host 'Terminl'. Did you mean 'Terminal'?*");
    }

    public void Dispose()
    {
        EnvironmentInfo.WorkingDirectory = _workingDirectory;
        ParameterSources.Current = _sources;
        _ = new Terminal();
        _directory.Dispose();
    }

    private string Root(string from, params string[] arguments)
    {
        EnvironmentInfo.WorkingDirectory = Directory.CreateDirectory(_directory[from]).FullName;
        ParameterSources.Current = RunningBuild.Sources(arguments);
        return BuildLocation.FindRootDirectory();
    }
}
