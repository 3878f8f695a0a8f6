using Nuke.Common.IO;
using Slipway.Components.Releasing;
using Slipway.Images;

namespace Slipway.Components.SupplyChain;

/// <summary>Statements about how an image was built, on the disk.</summary>
static class ProvenanceFiles
{
    /// <summary>
    /// Writes what is known of how an image was built, about it and the files that belong to it. Nothing of this run is in it,
    /// so the same files give the same bytes.
    /// </summary>
    /// <exception cref="BuildException">Nothing tells how it was built.</exception>
    public static ProvenanceStatement Write(IProvenance build, Digest image, string? version)
    {
        var facts =
            BuildFacts.Find(build, image)
            ?? throw new BuildException(
                $"nothing here tells how the image {image.Abbreviated} was built; './build.sh Image Push' where it is built keeps that"
            );
        var statement = facts.About(ReleaseAssets.Subjects(build, image, version));
        statement.Save(build.ProvenanceFile);
        return statement;
    }

    /// <summary>Of an image of the store, which is released.</summary>
    public static void WriteOfStored(IProvenance build, Digest image) =>
        Write(build, image, build.Store.ReadConfiguration(image).Label(Annotations.Version));

    /// <summary>The image that a statement is about; null: it is none, or one about files that are others by now.</summary>
    public static string? ImageOf(IProvenance build, AbsolutePath file) =>
        ProvenanceStatement.Read(File.ReadAllBytes(file)) is { } statement
        && !statement.Others.Any(other => ReleaseAssets.HasChanged(build, other.Key, other.Value))
            ? statement.Image.ToString()
            : null;
}
