using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Shipping;
using Slipway.Components.SupplyChain;
using Slipway.Images;

namespace Slipway.Components;

/// <summary>Where the image comes from, for whoever runs it: SLSA provenance, published beside a release's tag.</summary>
public interface IProvenance : IImage
{
    sealed AbsolutePath ProvenanceFile =>
        ArtifactsDirectory / "provenance" / $"{Backend.Name}{ProvenanceStatement.Extension}";

    ReleaseAsset ProvenanceAsset =>
        new("Provenance", ProvenanceFile)
        {
            IsStatement = true,
            MadeOf = file => ProvenanceFiles.ImageOf(this, file),
            Make = digest => ProvenanceFiles.WriteOfStored(this, digest),
        };

    Target Provenance =>
        _ =>
            _.Description("Writes where the image comes from: sources, builder, times; a release signs it")
                .DependsOn(Image)
                .Consumes(Image)
                .TryAfter<ISbom>(build => build.Sbom)
                .TryAfter<IOpenApi>(build => build.OpenApi)
                .Produces(ProvenanceFile)
                .Runs(() =>
                {
                    ShippedImage.CheckLayout(this);
                    var layout = OciLayout.Open(ImageDirectory);
                    var statement = ProvenanceFiles.Write(this, layout.FindManifest().Digest, Revision.Version);
                    Log.Information(
                        "{File:l}: of {Image:l} and {Others} files",
                        Shown(ProvenanceFile),
                        statement.Image.Abbreviated,
                        statement.Others.Count
                    );
                });
}
