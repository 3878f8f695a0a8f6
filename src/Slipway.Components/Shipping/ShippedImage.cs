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

    /// <summary>
    /// What another run built, in another job or earlier, must be this commit's: a directory does not say whose image it
    /// holds.
    /// </summary>
    /// <exception cref="BuildException">It is not.</exception>
    public static void CheckLayout(IImage build)
    {
        if (RunRecord.Of(build).Image is not null)
            return;
        if (!Directory.Exists(build.ImageDirectory))
            throw new BuildException(
                $"There is no image in {build.Shown(build.ImageDirectory)}. Build it: leave out --skip."
            );
        var layout = OciLayout.Open(build.ImageDirectory);
        var commit = layout.ReadConfiguration(layout.ReadManifest(layout.FindManifest())).Label(Annotations.Revision);
        if (!string.Equals(commit, build.Revision.Commit, StringComparison.Ordinal))
            throw new BuildException(
                $"The image in {build.Shown(build.ImageDirectory)} was built from commit {commit}, not from {build.Revision.Commit}. "
                    + "Build it again: leave out --skip."
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
