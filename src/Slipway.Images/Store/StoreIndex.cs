namespace Slipway.Images;

/// <summary>The index of a store: which entry carries which reference. Pure.</summary>
static class StoreIndex
{
    public static ImageIndex WithTag(ImageIndex index, Descriptor manifest, ImageReference reference)
    {
        var name = reference.ToString();
        var named = index.Manifests.FirstOrDefault(entry => IsNamed(entry, name));
        if (named?.Digest == manifest.Digest)
            return index;

        var others = index.Manifests.Where(entry =>
            !IsNamed(entry, name) && (OciLayout.ReferenceOf(entry) is not null || entry.Digest != manifest.Digest)
        );
        var untagged =
            named is not null && !index.Manifests.Any(entry => entry.Digest == named.Digest && !IsNamed(entry, name))
                ? [named with { Annotations = null }]
                : Array.Empty<Descriptor>();
        var tagged = manifest with
        {
            Annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [Annotations.ReferenceName] = name,
            },
        };
        return index with { Manifests = [.. others, .. untagged, tagged] };
    }

    /// <summary>An entry of another tool's may carry a name that is no full reference: it counts as untagged.</summary>
    public static StoredImage Describe(Descriptor entry) =>
        new(ImageReference.TryParse(OciLayout.ReferenceOf(entry), out var reference) ? reference : null, entry.Digest);

    static bool IsNamed(Descriptor entry, string name) =>
        string.Equals(OciLayout.ReferenceOf(entry), name, StringComparison.Ordinal);
}
