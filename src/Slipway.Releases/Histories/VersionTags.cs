namespace Slipway.Releases;

/// <summary>The tags that are versions.</summary>
static class VersionTags
{
    /// <summary>With <c>v</c>, <c>V</c> or nothing before it, as GitVersion's default has it; null: the tag is no version.</summary>
    public static SemanticVersion? VersionOf(string tag) =>
        SemanticVersion.TryParse(
            tag.TrimStart('v', 'V') is var text && tag.Length - text.Length <= 1 ? text : null,
            out var version
        )
            ? version
            : null;
}
