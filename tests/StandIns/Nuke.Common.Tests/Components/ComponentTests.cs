using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.Components;

/// <summary>Components run in a build that has its files in the one root directory of this process.</summary>
[Collection(OneBuildAtATime.Name)]
public sealed class ComponentTests : IAsyncLifetime
{
    static readonly AbsolutePath Root = RunningBuild.Root;

    public async Task InitializeAsync()
    {
        (Root / "my.slnx").WriteAllText("""<Solution><Project Path="Library/Library.csproj" /></Solution>""");
        (Root / "CHANGELOG.md").WriteAllText("## 1.0.0\n- Notes\n");
        (Root / "Directory.Build.props").WriteAllText("<Project />");
        (Root / "Directory.Build.targets").WriteAllText("<Project />");
        (Root / "Library" / "Library.csproj").WriteAllText(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """
        );
        (Root / "Library" / "Class.cs").WriteAllText("public class Class;");
        await Git("init", "--quiet", "--initial-branch", "main");
        await Git("remote", "add", "origin", "https://example.org/owner/name.git");
    }

    public Task DisposeAsync()
    {
        foreach (var directory in new[] { ".git", "Library", "artifacts" })
            (Root / directory).DeleteDirectory();
        Root.GetFiles().DeleteFiles();
        return Task.CompletedTask;
    }

    [Fact]
    public void Components_run_dotnet_with_what_they_know()
    {
        var (exitCode, output) = RunningBuild.Run<ComponentBuild>([
            "Show",
            "--solution",
            Root / "my.slnx",
            "--nuget-api-key",
            "s3cret",
            "--ignore-failed-sources",
        ]);

        exitCode.Should().Be(0, output);
        RunningBuild
            .Trace.Should()
            .Equal(
                $"restore {Root}/my.slnx --ignore-failed-sources",
                $"build {Root}/my.slnx --configuration Debug --property:RepositoryUrl=https://example.org/owner/name.git",
                "publish --configuration Debug --no-build --nologo --property:RepositoryUrl=https://example.org/owner/name.git",
                $"pack {Root}/my.slnx --configuration Debug --output {Root}/artifacts/packages "
                    + "--property:RepositoryUrl=https://example.org/owner/name.git --property:PackageReleaseNotes=\"• Notes\"",
                $"test --configuration Debug --results-directory {Root}/artifacts/test-results",
                $"test {Root}/Library/Library.csproj --logger trx;LogFileName=Library.trx",
                "nuget push --api-key s3cret"
            );
    }

    [Fact]
    public void A_package_is_made_of_the_solution()
    {
        var (exitCode, output) = RunningBuild.Run<ComponentBuild>([
            "Pack",
            "--solution",
            Root / "my.slnx",
            "--configuration",
            "Release",
        ]);

        exitCode.Should().Be(0, output);
        (Root / "artifacts" / "packages").GlobFiles("Library.*.nupkg").Should().ContainSingle();
        output.Should().Contain("// Packages: 1").And.MatchRegex("Restore +Succeeded").And.Contain("--no-restore");
    }

    [Fact]
    public void Without_a_solution_nothing_starts()
    {
        var (exitCode, output) = RunningBuild.Run<ComponentBuild>(["Show"]);

        exitCode.Should().NotBe(0);
        output.Should().Contain("Solution");
        RunningBuild.Trace.Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_supported_says_so()
    {
        var (exitCode, output) = RunningBuild.Run<ComponentBuild>([
            "ReportCoverage",
            "--skip",
            "--solution",
            Root / "my.slnx",
            "--codecov-token",
            "codecov-s3cret",
        ]);

        exitCode.Should().NotBe(0);
        output.Should().Contain("IReportCoverage.ReportToCodecov");
    }

    static async Task Git(params string[] arguments)
    {
        var result = await CommandLine.RunAsync("git", arguments, Root);
        result.ExitCode.Should().Be(0, result.Error);
    }
}
