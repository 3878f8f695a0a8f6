using System.Text;
using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Slipway.Releases.Compatibility.OpenApi;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components.Compatibility;

/// <summary>The OpenAPI document that the compiled backend prints, and the one that is kept beside the sources.</summary>
static class OpenApiText
{
    const string Printed = "the OpenAPI document that the backend prints";

    /// <summary>Where the document that was printed last is: with the backend's version, for a release.</summary>
    public static AbsolutePath Written(ICompileBackend build) =>
        build.ArtifactsDirectory / "openapi" / $"{build.Backend.Name}.json";

    /// <summary>The version that a written document is of; null: it is none that this build wrote.</summary>
    public static string? VersionOf(AbsolutePath file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.GetProperty("info").GetProperty("version").GetString();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Has the document printed, and writes it.</summary>
    /// <exception cref="BuildException">The program failed; with what it said.</exception>
    /// <exception cref="Releases.ReleaseException">It printed something else.</exception>
    public static string Print(ICompileBackend build, OpenApiSource source)
    {
        var arguments = string.Join(' ', source.Arguments.Select(argument => argument.DoubleQuoteIfNeeded()));
        // By its assembly: publishing an image without a program of the machine's own takes that program away.
        var output = DotNet(
            $"run --no-build --no-launch-profile --property:UseAppHost=false --project {build.RootDirectory / build.Backend.Project} --configuration {build.BuildConfiguration} -- {arguments:nq}",
            workingDirectory: build.RootDirectory,
            logOutput: false,
            logInvocation: false,
            exitHandler: Quiet.Handler(build, "openapi")
        );
        var document = string.Concat(
            output.Where(line => line.Type == OutputType.Std).Select(line => $"{line.Text}\n")
        );
        OpenApiDocument.Parse(document, Printed);
        Written(build).Parent.CreateDirectory();
        File.WriteAllText(Written(build), document);
        return document;
    }

    /// <summary>The document, of which the kept one must be the copy: a release's tag holds it for the next one.</summary>
    /// <exception cref="BuildException">The kept one is another.</exception>
    public static string PrintKept(ICompileBackend build, OpenApiSource source)
    {
        var document = Print(build, source);
        return IsKept(build.RootDirectory / source.KeptFile, document)
            ? document
            : throw new BuildException(
                $"{source.KeptFile} is not what the backend says of its HTTP API: run './build.sh OpenApi', look at the difference, and commit it."
            );
    }

    /// <summary>Writes the kept document when it is another one.</summary>
    /// <returns>Whether it was.</returns>
    public static bool Keep(AbsolutePath file, string document)
    {
        if (IsKept(file, document))
            return false;
        file.Parent.CreateDirectory();
        File.WriteAllText(file, OpenApiDocument.ToKept(document, Printed), new UTF8Encoding(false));
        return true;
    }

    static bool IsKept(AbsolutePath file, string document) =>
        file.FileExists()
        && string.Equals(
            File.ReadAllText(file).ReplaceLineEndings("\n"),
            OpenApiDocument.ToKept(document, Printed),
            StringComparison.Ordinal
        );
}
