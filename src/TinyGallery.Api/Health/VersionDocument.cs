using TinyGallery.Api.Configuration;
using TinyGallery.Api.Observability;

namespace TinyGallery.Api.Health;

/// <summary>What <c>/version</c> answers.</summary>
/// <param name="BuildTime">ISO 8601, UTC; null when the build was not told.</param>
/// <param name="Environment">staging, production, …; null when nobody said.</param>
/// <param name="Slot">blue or green; null when nobody said.</param>
sealed record VersionDocument(
    string Name,
    string Version,
    string Commit,
    string? BuildTime,
    string? Environment,
    string? Slot
)
{
    public static VersionDocument Of(GallerySettings settings) =>
        new(
            "TinyGallery",
            BuildInfo.Current.Version,
            BuildInfo.Current.Commit,
            BuildInfo.Current.BuildTime,
            settings.Environment,
            settings.Slot
        );
}
