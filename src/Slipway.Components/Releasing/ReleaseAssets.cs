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
    /// <summary>The files to publish.</summary>
    public static IReadOnlyList<string> Files(IRelease build, ReleasedImage image) =>
        [
            .. Judge(build, image)
                .Where(judged => judged.Check.Answer is CheckAnswer.Passed)
                .Select(judged => judged.File),
        ];

    /// <summary>What will be published, and what not, for the check list. What is not does not stop a release.</summary>
    public static IEnumerable<ReleaseCheck> Checks(IRelease build, ReleasedImage image) =>
        Judge(build, image).Select(judged => judged.Check);

    static IEnumerable<(string File, ReleaseCheck Check)> Judge(IRelease build, ReleasedImage image)
    {
        var version = build.Store.ReadConfiguration(Digest.Parse(image.Digest)).Label(Annotations.Version);
        return Offered(build)
            .Select(asset => (asset.File.ToString(), Judge(asset, build.Shown(asset.File), version, image.Digest)));
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
        if (
            of is not null
            && (of.Equals(version, StringComparison.Ordinal) || of.Equals(digest, StringComparison.Ordinal))
        )
            return new(asset.What, CheckAnswer.Passed, $"of {of}", source);
        return new(
            asset.What,
            CheckAnswer.NotChecked,
            $"left out: it is of {of ?? "nobody knows what"}, not of {version}",
            source
        );
    }

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
            .OrderBy(asset => asset.What, StringComparer.Ordinal);
}
