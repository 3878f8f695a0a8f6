using Slipway.Delivery.Environments;
using Slipway.Images;

namespace Slipway.Components.Shipping;

/// <summary>What this run ships.</summary>
static class ShippedImage
{
    /// <summary>
    /// The image that this run has pushed. When it was told to skip that, the one of the version's tag: it must be this
    /// commit's, because two branches can have the same version.
    /// </summary>
    public static StoredImage Of(IHazEnvironments build)
    {
        if (RunRecord.Of(build).Image is { } built)
            return build.Store.Resolve(built.Digest);
        var image = build.Store.Resolve(build.ImageReference.ToString());
        var commit = build.Store.ReadConfiguration(image.Digest).Label(Annotations.Revision);
        return string.Equals(commit, build.Revision.Commit, StringComparison.Ordinal)
            ? image
            : throw new BuildException(
                $"{image} was built from commit {commit}, not from {build.Revision.Commit}. Build it again: leave out --skip."
            );
    }

    public static Revision RevisionOf(IHazEnvironments build, StoredImage image, EnvironmentSpec environment) =>
        new(
            image.Digest.ToString(),
            build.Revision.Version,
            build.Revision.Commit,
            build.Revision.IsDirty,
            environment.ConfigurationDigest
        );

    /// <inheritdoc cref="Of"/>
    public static Revision RevisionOf(IHazEnvironments build, EnvironmentSpec environment) =>
        RevisionOf(build, Of(build), environment);
}
