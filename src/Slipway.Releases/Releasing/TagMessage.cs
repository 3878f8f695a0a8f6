namespace Slipway.Releases;

/// <summary>
/// What a release's tag says: the changelog's section, then what later runs must know although production may have moved on
/// by then.
/// </summary>
static class TagMessage
{
    const string Reference = "Image: ";
    const string Digest = "Image-Digest: ";
    const string Unsigned = "Signature: none, by choice (--unsigned)";

    /// <param name="section">The changelog's section without its heading.</param>
    public static string Write(SemanticVersion version, string section, ReleasedImage image, bool signed)
    {
        string?[] facts =
        [
            image.Reference is null ? null : Reference + image.Reference,
            Digest + image.Digest,
            signed ? null : Unsigned,
        ];
        return $"{RollCommit.SubjectOf(version)}\n\n{section.Trim()}\n\n{string.Join('\n', facts.OfType<string>())}\n";
    }

    /// <param name="tag">The tag object.</param>
    /// <param name="commit">The commit that the image was built from.</param>
    /// <returns>Null: the tag names no image.</returns>
    public static ReleasedImage? ReadImage(string tag, string commit) =>
        Last(tag, Digest) is { } digest ? new ReleasedImage(Last(tag, Reference), digest, commit) : null;

    /// <summary>A tag's signature is a part of its text: gitformat-signature(5).</summary>
    public static bool IsSigned(string tag) =>
        tag.Contains("\n-----BEGIN PGP SIGNATURE-----\n", StringComparison.Ordinal)
        || tag.Contains("\n-----BEGIN SSH SIGNATURE-----\n", StringComparison.Ordinal)
        || tag.Contains("\n-----BEGIN SIGNED MESSAGE-----\n", StringComparison.Ordinal);

    static string? Last(string tag, string key) =>
        tag.Split('\n').LastOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
}
