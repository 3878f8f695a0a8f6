using Nuke.Common.IO;
using Slipway.Images;
using Slipway.Releases;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components.SupplyChain;

/// <summary>
/// How an image was built, kept with it: written where it is built, beside the layout, so that it goes wherever the layout
/// goes, and taken over by <c>Push</c>. The first one counts: whoever builds the same digest again built another time.
/// </summary>
static class BuildFacts
{
    /// <summary>Files at the root that decide which packages and tools are used.</summary>
    static readonly string[] Locks =
    [
        "global.json",
        "Directory.Packages.props",
        "Directory.Build.props",
        "Directory.Build.targets",
        "NuGet.config",
        "nuget.config",
    ];

    /// <summary>Writes down how the image was built that lies in the layout now.</summary>
    public static void Keep(IImage build, BuiltImage image, DateTimeOffset started)
    {
        var layout = OciLayout.Open(build.ImageDirectory);
        var manifest = layout.ReadManifest(layout.FindManifest());
        ProvenanceStatement
            .Of(
                new ImageBuild
                {
                    Name = build.Backend.Name,
                    Image = image.Digest,
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["target"] = nameof(IImage.Image),
                        ["project"] = build.Backend.Project,
                        ["configuration"] = build.BuildConfiguration,
                        ["version"] = build.Revision.Version,
                    },
                    Repository = RepositoryPage.OfRemoteAsync(build.RootDirectory).GetAwaiter().GetResult(),
                    Commit = build.Revision.Commit,
                    IsDirty = build.Revision.IsDirty,
                    BaseImage = Digest.TryParse(
                        manifest.Annotations?.GetValueOrDefault(Annotations.BaseDigest),
                        out var below
                    )
                        ? below
                        : null,
                    Sdk = Sdk(build),
                    Locks = LocksOf(build),
                    Builder = BuilderIdentity.Of(Environment.GetEnvironmentVariable),
                    Started = started,
                    Finished = TimeProvider.System.GetUtcNow(),
                }
            )
            .Save(Beside(build.ImageDirectory));
    }

    /// <summary>Takes it over beside the store.</summary>
    public static void HandOn(IImage build, Digest image)
    {
        var kept = Stored(build, image);
        if (Read(kept, image) is null && Read(Beside(build.ImageDirectory), image) is { } statement)
            statement.Save(kept);
    }

    /// <summary>How an image was built; null: nothing here tells.</summary>
    public static ProvenanceStatement? Find(IImage build, Digest image) =>
        Read(Stored(build, image), image) ?? Read(Beside(build.ImageDirectory), image);

    static AbsolutePath Beside(AbsolutePath layout) => layout / ("build" + ProvenanceStatement.Extension);

    static AbsolutePath Stored(IImage build, Digest image) =>
        (AbsolutePath)build.StateDirectory.Path / "provenance" / (image.Hex + ProvenanceStatement.Extension);

    static ProvenanceStatement? Read(AbsolutePath file, Digest image) =>
        file.FileExists()
        && ProvenanceStatement.Read(File.ReadAllBytes(file)) is { } statement
        && statement.Image == image
            ? statement
            : null;

    static string Sdk(IImage build) =>
        DotNet("--version", workingDirectory: build.RootDirectory, logOutput: false, logInvocation: false)
            .Select(line => line.Text.Trim())
            .First(text => text.Length > 0);

    static Dictionary<string, Digest> LocksOf(IImage build)
    {
        var project = Path.GetDirectoryName(build.Backend.Project)!.Replace('\\', '/');
        return Locks
            .Append($"{project}/packages.lock.json")
            .Where(path => (build.RootDirectory / path).FileExists())
            .ToDictionary(
                path => path,
                path => Digest.Of(File.ReadAllBytes(build.RootDirectory / path)),
                StringComparer.Ordinal
            );
    }
}
