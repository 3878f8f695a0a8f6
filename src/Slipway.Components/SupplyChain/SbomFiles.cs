using Nuke.Common.IO;
using Slipway.Images;

namespace Slipway.Components.SupplyChain;

/// <summary>Bills of materials on the disk.</summary>
static class SbomFiles
{
    /// <summary>Of the image that this checkout has built.</summary>
    public static BillOfMaterials WriteOfBuilt(ISbom build)
    {
        var layout = OciLayout.Open(build.ImageDirectory);
        return Write(build, layout, layout.FindManifest());
    }

    /// <summary>Of an image of the store: what it says follows from the image, whenever it is written.</summary>
    /// <param name="digest">The image's.</param>
    public static void WriteOfStored(ISbom build, Digest digest)
    {
        var layout = OciLayout.Open(build.Store.Directory);
        Write(build, layout, layout.ReadIndex().Manifests.First(entry => entry.Digest == digest));
    }

    /// <summary>The image that a file is of; null: it is none that this build wrote.</summary>
    public static Digest? ImageOf(AbsolutePath file) => Sbom.ImageOf(File.ReadAllBytes(file));

    static BillOfMaterials Write(ISbom build, OciLayout layout, Descriptor manifest)
    {
        var bill = Sbom.Of(layout, manifest, build.Backend.Name, PackageFolders.Of(build));
        bill.Save(build.SbomFile);
        return bill;
    }
}
