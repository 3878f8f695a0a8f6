using System.Globalization;

namespace Slipway.Images;

/// <summary>What a base image brings.</summary>
sealed record BaseContent(Digest Digest, ImageManifest Manifest, ImageConfiguration Configuration);

/// <summary>Which documents an image consists of: pure functions of its spec.</summary>
static class ImagePlan
{
    public static ImageConfiguration Configuration(ImageSpec spec, BaseContent? below, Digest diffId)
    {
        var inherited = below?.Configuration.Config;
        return new ImageConfiguration
        {
            Created = Rfc3339(spec.Created),
            Architecture = below?.Configuration.Architecture ?? ImagePlatform.Default.Architecture,
            Os = below?.Configuration.Os ?? ImagePlatform.Default.Os,
            Config = new ContainerConfiguration
            {
                User = spec.User,
                ExposedPorts = Ports(spec, inherited),
                Env = Variables(spec, inherited),
                Entrypoint = spec.Entrypoint,
                Volumes = inherited?.Volumes,
                WorkingDirectory = spec.WorkingDirectory,
                Labels = Merge(inherited?.Labels, Describe(spec, below)),
                StopSignal = inherited?.StopSignal,
                Healthcheck = spec.HealthCheck?.ToDocker(),
            },
            RootFileSystem = new RootFileSystem
            {
                DiffIds = [.. below?.Configuration.RootFileSystem.DiffIds ?? [], diffId],
            },
            History =
            [
                .. below?.Configuration.History ?? [],
                new HistoryEntry { Created = Rfc3339(spec.Created), CreatedBy = $"slipway: {spec.WorkingDirectory}" },
            ],
        };
    }

    public static ImageManifest Manifest(ImageSpec spec, BaseContent? below, Descriptor config, Descriptor layer) =>
        new()
        {
            MediaType = MediaTypes.Manifest,
            Config = config,
            Layers = [.. (below?.Manifest.Layers ?? []).Select(AsOci), layer],
            Annotations = Describe(spec, below),
        };

    /// <summary>An OCI manifest holds OCI layers: Docker's type of layer has the same bytes under another name.</summary>
    static Descriptor AsOci(Descriptor layer) =>
        layer.MediaType is MediaTypes.DockerGzipLayer ? layer with { MediaType = MediaTypes.GzipLayer } : layer;

    static SortedDictionary<string, string> Describe(ImageSpec spec, BaseContent? below)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Annotations.Title] = spec.Title,
            [Annotations.Version] = spec.Version,
            [Annotations.Revision] = spec.Revision,
            [Annotations.Created] = Rfc3339(spec.Created),
        };
        if (spec.Source is not null)
            all[Annotations.Source] = spec.Source;
        if (below is null)
            all[Annotations.AppLayerOnly] = "true";
        else
            all[Annotations.BaseDigest] = below.Digest.ToString();
        return all;
    }

    static SortedDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string>? below,
        SortedDictionary<string, string> above
    )
    {
        foreach (var (key, value) in below ?? new Dictionary<string, string>(StringComparer.Ordinal))
            above.TryAdd(key, value);
        return above;
    }

    static SortedDictionary<string, EmptyObject>? Ports(ImageSpec spec, ContainerConfiguration? below)
    {
        var ports = new SortedDictionary<string, EmptyObject>(StringComparer.Ordinal);
        foreach (var port in below?.ExposedPorts?.Keys ?? [])
            ports[port] = new EmptyObject();
        foreach (var port in spec.Ports)
            ports[string.Create(CultureInfo.InvariantCulture, $"{port}/tcp")] = new EmptyObject();
        return ports.Count == 0 ? null : ports;
    }

    static string[]? Variables(ImageSpec spec, ContainerConfiguration? below)
    {
        var inherited = (below?.Env ?? []).Where(variable => !spec.Environment.ContainsKey(variable.Split('=')[0]));
        var own = spec
            .Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => $"{variable.Key}={variable.Value}");
        string[] all = [.. inherited, .. own];
        return all.Length == 0 ? null : all;
    }

    static string Rfc3339(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
