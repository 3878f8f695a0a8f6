using Slipway.Components.Compatibility;

namespace Slipway.Components;

/// <summary>The kept description of the HTTP API is the one that the code gives.</summary>
static class OpenApiChecks
{
    const string Name = "HTTP API";

    /// <exception cref="BuildException">It is another one.</exception>
    public static void Run(ICompileBackend build) =>
        RunRecord
            .Of(build)
            .Check(
                Name,
                build.Backend.OpenApi,
                "the backend describes none",
                source =>
                {
                    OpenApiText.PrintKept(build, source);
                    return $"as {source.KeptFile} has it";
                }
            );
}
