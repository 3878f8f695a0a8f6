using Slipway.Testing;

namespace Slipway.Components.Tests.Compatibility;

/// <summary>A real project in a repository of a test's own, for the SDK to compile.</summary>
static class SampleSolution
{
    public static async Task<GitRepository> CreateAsync(string project, string kind, bool isPacked, string source)
    {
        var repository = await GitRepository.CreateAsync();
        repository.Write("Sample.slnx", $"""<Solution><Project Path="{project}" /></Solution>""");
        repository.Write(".gitignore", "artifacts/\nbin/\nobj/\n");
        // It needs no package: nobody is asked for one.
        repository.Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        repository.Write(
            project,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <OutputType>{kind}</OutputType>
                <IsPackable>{(isPacked ? "true" : "false")}</IsPackable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """
        );
        repository.Write(Path.ChangeExtension(project, ".cs"), source);
        return repository;
    }

    /// <summary>Compiles it and leaves no process of the compiler behind.</summary>
    public static async Task CompileAsync(GitRepository repository)
    {
        var built = await CommandLine.RunAsync(
            "dotnet",
            [
                "build",
                "Sample.slnx",
                "--configuration",
                "Release",
                "--nologo",
                "-nodeReuse:false",
                "-property:UseSharedCompilation=false",
            ],
            repository.Path
        );
        built.ExitCode.Should().Be(0, built.All);
    }
}
