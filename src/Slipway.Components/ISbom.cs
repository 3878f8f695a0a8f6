using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Shipping;
using Slipway.Components.SupplyChain;

namespace Slipway.Components;

/// <summary>What the image consists of, for whoever runs it: CycloneDX, published beside a release's tag.</summary>
public interface ISbom : IImage
{
    sealed AbsolutePath SbomFile => ArtifactsDirectory / "sbom" / $"{Backend.Name}{Slipway.Images.Sbom.Extension}";

    ReleaseAsset SbomAsset =>
        new("SBOM", SbomFile)
        {
            MadeOf = file => SbomFiles.ImageOf(file)?.ToString(),
            Make = digest => SbomFiles.WriteOfStored(this, digest),
        };

    Target Sbom =>
        _ =>
            _.Description("Writes the bill of materials of the image: its packages, files and layers, as CycloneDX")
                .DependsOn(Image)
                .Consumes(Image)
                .Produces(SbomFile)
                .Runs(() =>
                {
                    ShippedImage.CheckLayout(this);
                    var bill = SbomFiles.WriteOfBuilt(this);
                    Log.Information("{File:l}: {Packages} packages", Shown(SbomFile), bill.Packages);
                    foreach (var gap in bill.Gaps)
                        Log.Information("It cannot tell: {Gap:l}", gap);
                    ReportSummary(_ => _.With("Packages", $"{bill.Packages}, {bill.Gaps.Count} gaps"));
                });
}
