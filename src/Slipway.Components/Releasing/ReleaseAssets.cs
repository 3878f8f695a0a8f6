using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Images;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>
/// The files that a build's components offer for a release: those of the released image. Whatever else lies in their places
/// was made for another one, and is left out.
/// </summary>
static class ReleaseAssets
{
    /// <summary>The files to publish, but for statements about them.</summary>
    public static IReadOnlyList<string> Files(IRelease build, ReleasedImage image) =>
        Passed(build, image, isStatement: false);

    /// <summary>The statements to publish.</summary>
    public static IReadOnlyList<string> Statements(IRelease build, ReleasedImage image) =>
        Passed(build, image, isStatement: true);

    /// <summary>What is wrong with a published file, by its path, for an image; null: it is of it, or no component offers it.</summary>
    public static string? Inspect(IRelease build, string file, ReleasedImage image)
    {
        var name = Path.GetFileName(file);
        var asset = Offered(build)
            .FirstOrDefault(asset => !asset.IsStatement && asset.File.Name.Equals(name, StringComparison.Ordinal));
        return asset is null || IsOf(asset.MadeOf(file), VersionOf(build, image), image.Digest)
            ? null
            : $"is of {asset.MadeOf(file) ?? "nobody knows what"}, not of the image {image.ShortDigest}";
    }

    /// <summary>The digests of the files that belong to an image, by their names.</summary>
    public static IReadOnlyDictionary<string, Digest> Subjects(IImage build, Digest image, string? version) =>
        Offered(build)
            .Where(asset =>
                !asset.IsStatement && Judge(asset, "", version, image.ToString()).Answer is CheckAnswer.Passed
            )
            .ToDictionary(asset => asset.File.Name, asset => DigestOf(asset.File), StringComparer.Ordinal);

    /// <summary>Whether a file that a component offers is another one than it was.</summary>
    public static bool HasChanged(IImage build, string name, Digest digest) =>
        Offered(build).FirstOrDefault(asset => asset.File.Name.Equals(name, StringComparison.Ordinal)) is { } asset
        && (!asset.File.FileExists() || DigestOf(asset.File) != digest);

    static Digest DigestOf(AbsolutePath file)
    {
        using var content = File.OpenRead(file);
        return Digest.Of(content);
    }

    static IReadOnlyList<string> Passed(IRelease build, ReleasedImage image, bool isStatement) =>
        [
            .. Judge(build, image)
                .Where(judged => judged.Check.Answer is CheckAnswer.Passed && judged.IsStatement == isStatement)
                .Select(judged => judged.File),
        ];

    /// <summary>What will be published, and what not, for the check list. What is not does not stop a release.</summary>
    public static IEnumerable<ReleaseCheck> Checks(IRelease build, ReleasedImage image) =>
        Judge(build, image).Select(judged => judged.Check);

    static string? VersionOf(IRelease build, ReleasedImage image) =>
        build.Store.ReadConfiguration(Digest.Parse(image.Digest)).Label(Annotations.Version);

    static IEnumerable<(string File, ReleaseCheck Check, bool IsStatement)> Judge(IRelease build, ReleasedImage image)
    {
        var version = VersionOf(build, image);
        return Offered(build)
            .Select(asset =>
                (asset.File.ToString(), Judge(asset, build.Shown(asset.File), version, image.Digest), asset.IsStatement)
            );
    }

    static ReleaseCheck Judge(ReleaseAsset asset, string source, string? version, string digest)
    {
        var of = MadeOf(asset);
        if (asset.Make is { } make && !digest.Equals(of, StringComparison.Ordinal))
        {
            try
            {
                make(Digest.Parse(digest));
                of = MadeOf(asset);
            }
            catch (Exception failure) when (ExpectedFailures.Are(failure) && failure is not OperationCanceledException)
            {
                return new(asset.What, CheckAnswer.NotChecked, $"left out: {failure.Message}", source);
            }
        }

        if (!asset.File.FileExists())
            return new(asset.What, CheckAnswer.NotChecked, "none was written, so that none is published", source);
        if (IsOf(of, version, digest))
            return new(asset.What, CheckAnswer.Passed, $"of {of}", source);
        return new(
            asset.What,
            CheckAnswer.NotChecked,
            $"left out: it is of {of ?? "nobody knows what"}, not of {version}",
            source
        );
    }

    static bool IsOf(string? of, string? version, string digest) =>
        of is not null && (of.Equals(version, StringComparison.Ordinal) || of.Equals(digest, StringComparison.Ordinal));

    static string? MadeOf(ReleaseAsset asset) => asset.File.FileExists() ? asset.MadeOf(asset.File) : null;

    /// <summary>Components are interfaces, so that each property of one is found whichever class implements it.</summary>
    static IEnumerable<ReleaseAsset> Offered(INukeBuild build) =>
        build
            .GetType()
            .GetInterfaces()
            .SelectMany(component => component.GetProperties())
            .Where(property => property.PropertyType == typeof(ReleaseAsset))
            .Select(property => (ReleaseAsset?)property.GetValue(build))
            .OfType<ReleaseAsset>()
            // Statements are about the others, which must be there by then.
            .OrderBy(asset => asset.IsStatement)
            .ThenBy(asset => asset.What, StringComparer.Ordinal);
}
