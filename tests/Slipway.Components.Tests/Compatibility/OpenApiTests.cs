using Slipway.Components.Tests.Support;
using Slipway.Reporting;

namespace Slipway.Components.Tests.Compatibility;

public sealed class OpenApiTests
{
    const string Program = """
        Console.Write("{ \"openapi\": \"3.1.1\", \"info\": { \"version\": \"" + args[0] + "\" }, \"paths\": {} }");
        """;

    [Fact]
    public async Task The_document_is_written_and_kept_and_another_one_beside_the_sources_is_found()
    {
        using var repository = await SampleSolution.CreateAsync("src/Sample.csproj", "Exe", isPacked: false, Program);
        await SampleSolution.CompileAsync(repository);
        var build = new SampleBuild(repository.Path)
        {
            OpenApi = new OpenApiSource(["1.2 beta"], "docs/openapi/sample.json"),
        };
        var kept = Path.Combine(repository.Path, "docs/openapi/sample.json");

        await TargetRun.OfAsync(((IOpenApi)build).OpenApi);

        (await File.ReadAllTextAsync(((IOpenApi)build).OpenApiFile)).Should().Contain("\"1.2 beta\"");
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
