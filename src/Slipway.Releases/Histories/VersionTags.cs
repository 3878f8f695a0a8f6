namespace Slipway.Releases;

/// <summary>The tags that are versions.</summary>
static class VersionTags
{
    /// <summary>The highest version below HEAD, a pre-release too; null: none.</summary>
    public static async Task<Tag?> FindLastAsync(string root, CancellationToken cancellationToken)
    {
        var tags = await History.TagsAsync(root, mergedInto: "HEAD", cancellationToken);
        return tags.Select(tag => (Tag: tag, Version: VersionOf(tag)))
            .Where(found => found.Version is not null)
            .OrderByDescending(found => found.Version)
            .FirstOrDefault()
            .Tag;
    }

    /// <summary>With <c>v</c>, <c>V</c> or nothing before it, as GitVersion's default has it; null: the tag is no version.</summary>
    public static SemanticVersion? VersionOf(Tag tag) =>
        SemanticVersion.TryParse(
            tag.Name.TrimStart('v', 'V') is var text && tag.Name.Length - text.Length <= 1 ? text : null,
            out var version
        )
            ? version
            : null;
}
