using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Serilog;
using Slipway.Components.Shipping;
using Slipway.Components.SupplyChain;
using Slipway.Images;
using Slipway.Workflows;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>One reproducible image for a commit, and the store that it is pushed to.</summary>
public interface IImage : ICompileBackend, IHazState
{
    [Parameter(
        "A local OCI layout to put the application on: DIRECTORY[:REFERENCE]; otherwise the image is the application alone"
    )]
    string? BaseImage => TryGetValue(() => BaseImage);

    AbsolutePath PublishDirectory => ArtifactsDirectory / "publish";

    AbsolutePath ImageDirectory => ArtifactsDirectory / "image";

    /// <summary>How the backend's image is made of what was published.</summary>
    ImageSpec ImageSpec { get; }

    [Yields("digest", "of the image that was built: sha256:…")]
    [Yields("version", "that the image carries")]
    Target Image =>
        _ =>
            _.Description("Builds one reproducible OCI image of the backend")
                // Publishing compiles what is shipped, unless that was done; the tests need not be compiled for it.
                .After(Compile)
                .TryAfter<IVerify>(build => build.Verify)
                .Produces(ImageDirectory / "**")
                .Cached(
                    this,
                    _ =>
                        _.Files(BackendFiles)
                            .Parameter(() => BackendSettings.Text(Revision), "version and commit")
                            .Parameter(() => BaseImage)
                            .Path(
                                "the base image",
                                () =>
                                    BaseImage is { } image
                                        ? Slipway.Images.BaseImage.Parse(image).LayoutDirectory
                                        : null
                            )
                            .Produces(ImageDirectory / "**", PublishDirectory / "**")
                            .WhenReplayed(() => HandOn(RunRecord.Of(this).Image!))
                )
                .Runs(() =>
                {
                    var started = TimeProvider.System.GetUtcNow();
                    PublishDirectory.CreateOrCleanDirectory();
                    DotNetPublish(_ =>
                        _.SetProject(RootDirectory / Backend.Project)
                            .SetConfiguration(BuildConfiguration)
                            .SetOutput(PublishDirectory)
                            .EnableNoLogo()
                            .SetProperty("UseAppHost", "false")
                            .Stamp(Revision)
                            .Quietly(this, "publish")
                    );
                    var built = ImageBuilder.Build(ImageSpec, ImageDirectory);
                    BuildFacts.Keep(this, built, started);
                    RunRecord.Of(this).Image = built;
                    Log.Information(
                        "{Reference} {Digest}, {Size:0.0} MB",
                        built.Reference,
                        built.Digest,
                        built.LayersSize / 1e6
                    );
                    ReportSummary(_ => _.With("Digest", built.Digest.ToString()));
                    HandOn(built);
                });

    private void HandOn(BuiltImage image)
    {
        StepOutputs.Set("digest", image.Digest.ToString());
        StepOutputs.Set("version", Revision.Version);
    }

    /// <summary>Content-addressed: what was pushed once is never copied again.</summary>
    Target Push =>
        _ =>
            _.Description("Pushes the image, as it is, to the store of the local environments")
                .DependsOn(Image)
                .Consumes(Image)
                .Runs(() =>
                {
                    ShippedImage.CheckLayout(this);
                    var pushed = Store.Push(ImageDirectory, ImageReference);
                    BuildFacts.HandOn(this, pushed.Digest);
                    Log.Information("Pushed {Image} to {Store}", pushed, Shown(Store.Directory));
                });

    sealed OciStore Store =>
        new(Path.Combine(StateDirectory.Path, "store"), message => Log.Information("{Message:l}", message));

    sealed ImageReference ImageReference => ImageReference.Parse($"{Backend.Name}:{Revision.ImageTag}");
}
