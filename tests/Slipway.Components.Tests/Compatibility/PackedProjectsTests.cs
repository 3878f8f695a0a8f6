using Slipway.Components.Compatibility;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Releases.Compatibility;
using Slipway.Testing;

namespace Slipway.Components.Tests.Compatibility;

/// <summary>On a real solution, which the SDK reads and compiles.</summary>
public sealed class PackedProjectsTests
{
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <IsPackable>true</IsPackable>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task A_packed_library_is_found_compiled_and_compared_with_the_release()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("Sample.slnx", """<Solution><Project Path="lib/Packed.csproj" /></Solution>""");
        repository.Write(".gitignore", "artifacts/\nbin/\nobj/\n");
        // It needs no package: nobody is asked for one.
        repository.Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        repository.Write("lib/Packed.csproj", Project);
        repository.Write(
            "lib/Packed.cs",
            "namespace Packed; public static class Tools { public static void Two() { } }"
        );
        repository.Write("lib/PublicApi.txt", "static Packed.Tools.One() -> void\nstatic class Packed.Tools\n");
        await repository.CommitAsync("feat: one");
        await repository.RunAsync("tag", "v1.0.0");
        repository.Write("lib/PublicApi.txt", "static Packed.Tools.Two() -> void\nstatic class Packed.Tools\n");
        await repository.CommitAsync("fix: two");

        var evidence = await PackedProjects.CompareAsync(
            new SampleBuild(repository.Path),
            (await LastRelease.FindBeforeAsync(repository.Path))!
        );

        evidence
            .Findings.Should()
            .Equal(
                new Finding("api-removed", Bump.Major, "Packed", "static Packed.Tools.One() -> void"),
                new Finding("api-added", Bump.Minor, "Packed", "static Packed.Tools.Two() -> void")
            );
    }
}
