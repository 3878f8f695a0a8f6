using System.Text.Json;
using Nuke.Common.IO;
using Slipway.Images;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>
/// The OpenAPI documents that are published with a release: those of the released image's own version. Whatever else lies in
/// <c>artifacts/openapi</c> was written for another commit, and is left out.
/// </summary>
static class OpenApiFiles
{
    const string Name = "OpenAPI document";

    public static (IReadOnlyList<string> Files, ReleaseCheck Check) Of(IRelease build, ReleasedImage image)
    {
        var version = build.Store.ReadConfiguration(Digest.Parse(image.Digest)).Label(Annotations.Version);
        var documents = build.OpenApiDocuments.Select(file => (File: file, Version: VersionOf(file))).ToList();
        var source = build.Shown(build.ArtifactsDirectory / "openapi");
        if (documents.Count == 0)
            return ([], new(Name, CheckAnswer.NotChecked, "none was written, so that none is published", source));
        var stale = documents
            .Where(document => !string.Equals(document.Version, version, StringComparison.Ordinal))
            .ToList();
        return (
            [.. documents.Except(stale).Select(document => document.File.ToString())],
            stale.Count == 0
                ? new(Name, CheckAnswer.Passed, $"of version {version}", source)
                : new(
                    Name,
                    CheckAnswer.NotChecked,
                    $"left out: {stale[0].File.Name} is of {stale[0].Version ?? "no version"}, not of {version}",
                    source
                )
        );
    }

    /// <summary>Null: it is no OpenAPI document.</summary>
    static string? VersionOf(AbsolutePath file)
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
}
