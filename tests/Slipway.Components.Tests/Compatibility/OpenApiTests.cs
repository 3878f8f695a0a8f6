using Slipway.Components.Tests.Support;
using Slipway.Reporting;
using Slipway.Testing;

namespace Slipway.Components.Tests.Compatibility;

public sealed class OpenApiTests
{
    /// <summary>The SDK runs what a project says, and nothing is compiled for it.</summary>
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <RunCommand>cat</RunCommand>
            <RunArguments>--</RunArguments>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task The_document_is_written_and_kept_and_another_one_beside_the_sources_is_found()
    {
        using var root = new TempDirectory();
        root.Write("src/Sample.csproj", Project);
        root.Write("said by it.json", """{ "openapi": "3.1.1", "info": { "version": "1.2" }, "paths": {} }""");
        var build = new SampleBuild(root.Path)
        {
            OpenApi = new OpenApiSource([root["said by it.json"]], "docs/openapi/sample.json"),
        };
        var kept = root["docs/openapi/sample.json"];

        await TargetRun.OfAsync(((IOpenApi)build).OpenApi);

        (await File.ReadAllTextAsync(((IOpenApi)build).OpenApiFile)).Should().Contain("\"1.2\"");
        (await File.ReadAllTextAsync(kept)).Should().Contain("\"unversioned\"");
        await File.WriteAllTextAsync(kept, "{}");
        FluentActions
            .Invoking(() => OpenApiChecks.Run(build))
            .Should()
            .Throw<BuildException>()
            .WithMessage(
                "docs/openapi/sample.json is not what the backend says of its HTTP API: run './build.sh OpenApi'*"
            );
        RunRecord.Of(build).Checks.Should().ContainSingle().Which.Outcome.Should().Be(StageOutcome.Failed);
    }

    [Fact]
    public void A_backend_that_describes_none_is_not_checked()
    {
        var build = new SampleBuild("/nowhere");

        OpenApiChecks.Run(build);

        RunRecord.Of(build).Checks.Should().ContainSingle().Which.Outcome.Should().Be(StageOutcome.Skipped);
    }
}
