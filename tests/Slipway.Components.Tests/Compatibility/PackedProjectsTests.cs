using Slipway.Components.Compatibility;
using Slipway.Components.Tests.Support;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Tests.Compatibility;

public sealed class PackedProjectsTests
{
    [Fact]
    public async Task A_packed_library_is_found_compiled_and_compared_with_the_release()
    {
        using var repository = await SampleSolution.CreateAsync(
            "lib/Packed.csproj",
            "Library",
            isPacked: true,
            "namespace Packed; public static class Tools { public static void Two() { } }"
        );
        repository.Write("lib/PublicApi.txt", "static Packed.Tools.One() -> void\nstatic class Packed.Tools\n");
        await repository.CommitAsync("feat: one");
        await repository.RunAsync("tag", "v1.0.0");
        repository.Write("lib/PublicApi.txt", "static Packed.Tools.Two() -> void\nstatic class Packed.Tools\n");
        await repository.CommitAsync("fix: two");

        var evidence = await PackedProjects.CompareAsync(
            new SampleBuild(repository.Path),
            (await LastRelease.FindAsync(repository.Path))!
        );

        evidence
            .Findings.Should()
            .Equal(
                new Finding("api-removed", Bump.Major, "Packed", "static Packed.Tools.One() -> void"),
                new Finding("api-added", Bump.Minor, "Packed", "static Packed.Tools.Two() -> void")
            );
    }
}
