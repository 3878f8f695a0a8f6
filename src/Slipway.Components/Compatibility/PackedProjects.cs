using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Slipway.Releases;
using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.PublicApi;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components.Compatibility;

/// <summary>A project of the solution that is packed as a library.</summary>
/// <param name="Assembly">Where its compiled assembly is.</param>
sealed record PackedProject(AbsolutePath Project, AbsolutePath Assembly)
{
    public string Name => Project.NameWithoutExtension;

    public AbsolutePath KeptFile => Project.Parent / "PublicApi.txt";
}

/// <summary>Asks MSBuild, because conditions and imported files decide what is packed.</summary>
static class PackedProjects
{
    /// <summary>Of a project for several frameworks, the first one counts.</summary>
    const string Targets = """
        <Project>
          <Target Name="DescribePackedLibrary">
            <MSBuild
              Condition="'$(IsCrossTargetingBuild)' == 'true'"
              Projects="$(MSBuildProjectFullPath)"
              Targets="DescribePackedLibrary"
              Properties="TargetFramework=$(TargetFrameworks.Split(';')[0])"
            />
            <WriteLinesToFile
              Condition="'$(IsCrossTargetingBuild)' != 'true' and '$(IsPackable)' == 'true' and '$(OutputType)' == 'Library'"
              File="$(PackedLibraries)$(MSBuildProjectName).txt"
              Lines="$(MSBuildProjectFullPath);$(TargetPath)"
              Overwrite="true"
            />
          </Target>
        </Project>
        """;

    public static IReadOnlyList<PackedProject> Find(ICompileBackend build)
    {
        if (PackableProjects.Of(build.SolutionFile) is not { Count: > 0 } projects)
            return [];
        var directory = build.ArtifactsDirectory / "packed";
        directory.CreateOrCleanDirectory();
        var asked = directory / "packed.slnf";
        File.WriteAllText(
            asked,
            JsonSerializer.Serialize(new { solution = new { path = build.SolutionFile.ToString(), projects } })
        );
        var targets = directory / "packed.targets";
        File.WriteAllText(targets, Targets);
        DotNet(
            $"msbuild {asked} -nologo -verbosity:quiet -target:DescribePackedLibrary -property:Configuration={build.BuildConfiguration} -property:CustomAfterMicrosoftCommonTargets={targets} -property:CustomAfterMicrosoftCommonCrossTargetingTargets={targets} -property:PackedLibraries={directory}/",
            workingDirectory: build.RootDirectory,
            logOutput: false,
            logInvocation: false,
            exitHandler: Quiet.Handler(build, "packed")
        );
        return
        [
            .. directory
                .GlobFiles("*.txt")
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => File.ReadAllLines(file))
                .Select(lines => new PackedProject(lines[0], lines[1])),
        ];
    }

    /// <summary>Compiles a packed library and reads what it offers.</summary>
    public static IReadOnlyList<string> Read(ICompileBackend build, PackedProject project)
    {
        DotNetBuild(_ =>
            _.SetProjectFile(project.Project)
                .SetConfiguration(build.BuildConfiguration)
                .EnableNoLogo()
                .Quietly(build, $"compile-{project.Name}")
        );
        return PublicSurface.Read(project.Assembly);
    }

    /// <exception cref="BuildException">A library's kept lines are not those that it offers.</exception>
    public static async Task<Evidence> CompareAsync(ICompileBackend build, LastRelease release)
    {
        var libraries = new List<PackedLibrary>();
        foreach (var project in Find(build))
        {
            var file = build.RootDirectory.GetUnixRelativePathTo(project.KeptFile).ToString();
            var lines = Read(build, project);
            if (
                !project.KeptFile.FileExists()
                || !File.ReadAllLines(project.KeptFile).SequenceEqual(lines, StringComparer.Ordinal)
            )
                throw new BuildException(
                    $"{file} is not what {project.Name} offers: run './build.sh PublicApi', look at the difference, and commit it."
                );
            var old = await release.ReadFileAsync(build.RootDirectory, file);
            libraries.Add(new PackedLibrary(project.Name, file, old?.Split('\n'), lines));
        }

        return PublicApiEvidence.Of(release.Tag, libraries);
    }
}
