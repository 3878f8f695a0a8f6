using System.Security.Cryptography;
using Slipway.Components.Shipping;
using Slipway.Delivery.Environments;
using Slipway.Images;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>What the users' environment and the store say of images.</summary>
static class Production
{
    /// <returns>Null: the build declares no such environment.</returns>
    public static async Task<ProductionState?> OfAsync(IRelease build)
    {
        var name = build.ReleasedFrom;
        if (!build.Environments.Any(environment => environment.Name.Equals(name, StringComparison.Ordinal)))
            return null;
        var status = await Place.Of(build, name).StatusAsync();
        var live = status.Slots.Where(slot => slot.Traffic > 0).MaxBy(slot => slot.Traffic);
        return new ProductionState(name, status.State, live is null ? null : ImageOf(build.Store, live), status.Url);
    }

    /// <summary>The images that the store has, with the commits that they were built from.</summary>
    public static IReadOnlyList<ReleasedImage> Images(OciStore store) =>
        [.. store.List().Select(image => ImageOf(store, image)).OfType<ReleasedImage>()];

    /// <summary>The digest of the manifest's bytes, as whoever pulls it computes it.</summary>
    public static string PullManifest(OciStore store, string digest)
    {
        var image = store.Resolve(Digest.Parse(digest));
        // Its configuration and whatever else it names must be there too.
        store.ReadConfiguration(image.Digest);
        var bytes = File.ReadAllBytes(Path.Combine(store.Directory, "blobs", "sha256", digest["sha256:".Length..]));
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }

    static ReleasedImage? ImageOf(OciStore store, SlotStatus live) =>
        store.List().FirstOrDefault(image => image.Digest.ToString().Equals(live.Digest, StringComparison.Ordinal))
            is { } image
            ? ImageOf(store, image)
            : null;

    static ReleasedImage? ImageOf(OciStore store, StoredImage image)
    {
        var configuration = store.ReadConfiguration(image.Digest);
        return configuration.Label(Annotations.Revision) is { } commit
            ? new ReleasedImage(image.Reference?.ToString(), image.Digest.ToString(), commit)
            {
                IsDirty = configuration.Label(Annotations.Version)?.Contains("dirty", StringComparison.Ordinal) is true,
            }
            : null;
    }
}
