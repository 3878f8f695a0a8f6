using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Compatibility;

namespace Slipway.Components;

/// <summary>The backend's OpenAPI document: for a release, and kept beside the sources.</summary>
public interface IOpenApi : ICompileBackend
{
    /// <summary>With the backend's version: published beside a release's tag.</summary>
    sealed AbsolutePath OpenApiFile => OpenApiText.Written(this);

    ReleaseAsset? OpenApiAsset =>
        Backend.OpenApi is null
            ? null
            : new ReleaseAsset("OpenAPI document", OpenApiFile) { MadeOf = OpenApiText.VersionOf };

    Target OpenApi =>
        _ =>
            _.Description("Writes the backend's OpenAPI document, and the one that is kept beside the sources")
                .DependsOn(Compile)
                .Produces(OpenApiFile)
                .Runs(() =>
                {
                    if (Backend.OpenApi is not { } source)
                        throw new BuildException(
                            "The backend describes no HTTP API: Backend.OpenApi says how it would."
                        );
                    var document = OpenApiText.Print(this, source);
                    Log.Information("{File:l}", Shown(OpenApiFile));
                    if (OpenApiText.Keep(RootDirectory / source.KeptFile, document))
                        Log.Warning("{File:l} has changed: commit it", source.KeptFile);
                    else
                        Log.Information("{File:l}: as it was", source.KeptFile);
                });
}
