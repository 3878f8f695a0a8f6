namespace Slipway.Images;

/// <summary>What an image holds, read from the image itself: its layers decide, not what was meant to be in them.</summary>
/// <param name="Directory">Where the application lies, without a leading slash.</param>
/// <param name="Files">All files of the application's layer.</param>
/// <param name="Frameworks">The shared frameworks that the application needs.</param>
sealed record ImageContent(
    Digest Digest,
    ImageConfiguration Configuration,
    DepsFile Application,
    string Directory,
    IReadOnlyList<LayerFile> Files,
    IReadOnlyList<FoundFramework> Frameworks,
    BaseLayers? Base
)
{
    /// <summary>Reads an image that <see cref="ImageBuilder"/> has made: its application is the uppermost layer.</summary>
    /// <exception cref="ImageException">It is damaged, or holds no .NET application that says what it consists of.</exception>
    public static ImageContent Read(OciLayout layout, Descriptor manifest, CancellationToken cancellationToken)
    {
        var image = layout.ReadManifest(manifest);
        var configuration = layout.ReadConfiguration(image);
        if (image.Layers is not [.., var own])
            throw new ImageException($"The image {manifest.Digest} has no layer: there is nothing to tell of it.");
        var below = image.Layers.SkipLast(1).ToList();
        var files = LayerReader.Files(layout, own, IsDescription, cancellationToken);
        var (deps, file) = FindApplication(manifest.Digest, configuration, files);
        var config = files.FirstOrDefault(other =>
            other.Path.Equals(
                file.Path[..^DepsFile.Extension.Length] + RuntimeConfigFile.Extension,
                StringComparison.Ordinal
            )
        );
        var required = config is null ? [] : RuntimeConfigFile.Parse(config.Content, "/" + config.Path);
        var paths = below
            .Select(layer => (Layer: layer, Paths: LayerReader.Paths(layout, layer, cancellationToken)))
            .ToList();
        return new ImageContent(
            manifest.Digest,
            configuration,
            deps,
            file.Path.Contains('/', StringComparison.Ordinal) ? file.Path[..file.Path.LastIndexOf('/')] : "",
            [.. files.OrderBy(one => one.Path, StringComparer.Ordinal)],
            [.. required.Select(framework => FoundFramework.In(paths, framework))],
            below.Count == 0 ? null : new BaseLayers(BaseDigest(image), [.. below.Select(layer => layer.Digest)])
        );
    }

    static bool IsDescription(string path) =>
        path.EndsWith(DepsFile.Extension, StringComparison.Ordinal)
        || path.EndsWith(RuntimeConfigFile.Extension, StringComparison.Ordinal);

    /// <summary>The one that the image starts, where there are several.</summary>
    static (DepsFile, LayerFile) FindApplication(
        Digest image,
        ImageConfiguration configuration,
        IReadOnlyList<LayerFile> files
    )
    {
        var found = files.Where(file => file.Path.EndsWith(DepsFile.Extension, StringComparison.Ordinal)).ToList();
        if (found.Count > 1)
            found = [.. found.Where(file => IsStarted(configuration, Path.GetFileName(file.Path)))];
        return found is [var one]
            ? (DepsFile.Parse(one.Content, "/" + one.Path), one)
            : throw new ImageException(
                $"The image {image} has {(found.Count == 0 ? "no" : "more than one")} *{DepsFile.Extension} of what it starts, "
                    + "so what it consists of cannot be told: publish a .NET application with GenerateDependencyFile."
            );
    }

    static bool IsStarted(ImageConfiguration configuration, string deps) =>
        configuration.Config?.Entrypoint?.Any(argument =>
            Path.GetFileNameWithoutExtension(argument)
                .Equals(deps[..^DepsFile.Extension.Length], StringComparison.Ordinal)
            || Path.GetFileName(argument).Equals(deps[..^DepsFile.Extension.Length], StringComparison.Ordinal)
        )
            is true;

    static Digest? BaseDigest(ImageManifest image) =>
        Digest.TryParse(image.Annotations?.GetValueOrDefault(Annotations.BaseDigest), out var digest) ? digest : null;
}

/// <summary>The layers of the image below.</summary>
/// <param name="Image">Its manifest's digest; null: this image does not say.</param>
/// <param name="Layers">Lowest first.</param>
sealed record BaseLayers(Digest? Image, IReadOnlyList<Digest> Layers);

/// <summary>A shared framework that the application needs.</summary>
/// <param name="Version">As it is in the image; null: it is not there.</param>
/// <param name="Layer">The layer that brings it.</param>
sealed record FoundFramework(RequiredFramework Required, string? Version, Digest? Layer)
{
    /// <summary>
    /// Frameworks lie in <c>shared/name/version</c> below .NET's directory
    /// (github.com/dotnet/designs, accepted/2020/install-locations.md).
    /// </summary>
    public static FoundFramework In(
        IEnumerable<(Descriptor Layer, IReadOnlyList<string> Paths)> layers,
        RequiredFramework required
    )
    {
        var marker = $"shared/{required.Name}/";
        foreach (var (layer, paths) in layers.Reverse())
        foreach (var path in paths)
        {
            var at = path.IndexOf(marker, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && path[at - 1] != '/'))
                continue;
            if (path[(at + marker.Length)..].Split('/') is [{ Length: > 0 } version, { Length: > 0 }, ..])
                return new FoundFramework(required, version, layer.Digest);
        }

        return new FoundFramework(required, null, null);
    }
}
