using System.Text.Json.Nodes;

namespace Slipway.Images;

/// <summary>The components of a bill of materials, as CycloneDX 1.6 writes them (cyclonedx.org/docs/1.6/json).</summary>
static class SbomComponents
{
    /// <summary>What this document cannot tell of a component, in its own words.</summary>
    public const string GapProperty = "slipway:gap";

    public static JsonObject Image(ImageContent content, string name) =>
        WithoutEmpty(
            new()
            {
                ["type"] = "container",
                ["bom-ref"] = PackageUrl.Oci(name, content.Digest),
                ["name"] = name,
                ["version"] = content.Configuration.Label(Annotations.Version) ?? content.Digest.ToString(),
                ["hashes"] = Sha256(content.Digest),
                ["purl"] = PackageUrl.Oci(name, content.Digest),
                ["properties"] = Properties([
                    ("slipway:commit", content.Configuration.Label(Annotations.Revision)),
                    ("slipway:platform", $"{content.Configuration.Os}/{content.Configuration.Architecture}"),
                ]),
            }
        );

    public static JsonObject Library(DepsLibrary library, PackageDescription? description, ICollection<string> gaps)
    {
        var component = new JsonObject
        {
            ["type"] =
                library.IsProject ? "application"
                : library.Type is "runtimepack" ? "framework"
                : "library",
            ["bom-ref"] = Reference(library),
        };
        if (description?.Authors is { } authors)
            component["publisher"] = authors;
        component["name"] = NameOf(library);
        component["version"] = library.Version;
        component["scope"] = "required";
        if (description?.Sha512 is { } hash)
            component["hashes"] = Hashes("SHA-512", hash);
        if (description?.License is { } license)
            component["licenses"] = new JsonArray(License(license));
        if (description?.Copyright is { } copyright)
            component["copyright"] = copyright;
        if (Url(library) is { } url)
            component["purl"] = url;
        if (description?.Repository is { } repository)
            component["externalReferences"] = new JsonArray(
                new JsonObject { ["type"] = "vcs", ["url"] = repository.ToString() }
            );
        component["properties"] = Properties([
            ("slipway:content-hash", library.ContentHash),
            .. gaps.Select(gap => (GapProperty, (string?)gap)),
        ]);
        return WithoutEmpty(component);
    }

    public static JsonObject File(LayerFile file) =>
        new()
        {
            ["type"] = "file",
            ["bom-ref"] = $"file:/{file.Path}",
            ["name"] = $"/{file.Path}",
            ["hashes"] = Sha256(file.Digest),
        };

    public static JsonObject Framework(FoundFramework framework, string architecture)
    {
        var (required, version) = (framework.Required, framework.Version);
        var component = new JsonObject
        {
            ["type"] = "framework",
            ["bom-ref"] = Reference(framework),
            ["name"] = required.Name,
            ["version"] = version ?? required.LeastVersion,
            ["scope"] = "required",
        };
        if (version is not null)
            component["purl"] = PackageUrl.NuGet($"{required.Name}.Runtime.linux-{Rid(architecture)}", version);
        component["properties"] = Properties([
            ("slipway:layer", framework.Layer?.ToString()),
            ("slipway:least-version", required.LeastVersion),
            (GapProperty, version is null ? Gap(framework) : null),
        ]);
        return WithoutEmpty(component);
    }

    public static string Gap(FoundFramework framework) =>
        $"{framework.Required.Name} is not in the image: it is the machine's, {framework.Required.LeastVersion} or a newer patch";

    public static JsonObject Base(BaseLayers image, string gap) =>
        WithoutEmpty(
            new()
            {
                ["type"] = "container",
                ["bom-ref"] = Reference(image),
                ["name"] = "base image",
                ["version"] = image.Image?.ToString() ?? "unknown",
                ["scope"] = "required",
                ["hashes"] = image.Image is { } digest ? Sha256(digest) : new JsonArray(),
                ["components"] = new JsonArray([.. image.Layers.Distinct().Select(Layer)]),
                ["properties"] = Properties([(GapProperty, gap)]),
            }
        );

    static JsonObject Layer(Digest digest) =>
        new()
        {
            ["type"] = "file",
            ["bom-ref"] = $"layer:{digest}",
            ["name"] = $"layer {digest}",
            ["hashes"] = Sha256(digest),
        };

    public static string Reference(DepsLibrary library) => Url(library) ?? $"library:{library.Key}";

    public static string Reference(FoundFramework framework) => $"framework:{framework.Required.Name}";

    public static string Reference(BaseLayers image) =>
        $"base-image:{image.Image?.ToString() ?? image.Layers[^1].ToString()}";

    static string? Url(DepsLibrary library) =>
        library.IsPackage || library.Type is "runtimepack" ? PackageUrl.NuGet(NameOf(library), library.Version) : null;

    /// <summary>A runtime pack has a prefix that is not part of its package's name.</summary>
    static string NameOf(DepsLibrary library) =>
        library.Type is "runtimepack" && library.Name.StartsWith("runtimepack.", StringComparison.Ordinal)
            ? library.Name["runtimepack.".Length..]
            : library.Name;

    static JsonObject License(StatedLicense license)
    {
        const string Declared = "declared";
        if (license.Expression is { } expression)
            return new JsonObject { ["expression"] = expression, ["acknowledgement"] = Declared };
        var named = new JsonObject { ["name"] = license.Name, ["acknowledgement"] = Declared };
        if (license.Address is { } address)
            named["url"] = address.ToString();
        return new JsonObject { ["license"] = named };
    }

    public static JsonArray Properties(IEnumerable<(string Name, string? Value)> properties) =>
        new([
            .. properties
                .Where(property => property.Value is not null)
                .Select(property => new JsonObject { ["name"] = property.Name, ["value"] = property.Value }),
        ]);

    static JsonObject WithoutEmpty(JsonObject component)
    {
        foreach (var (name, value) in component.ToList())
        {
            if (value is JsonArray { Count: 0 })
                component.Remove(name);
        }

        return component;
    }

    static JsonArray Sha256(Digest digest) => Hashes("SHA-256", digest.Hex);

    static JsonArray Hashes(string algorithm, string content) =>
        new(new JsonObject { ["alg"] = algorithm, ["content"] = content });

    /// <summary>.NET's word for OCI's.</summary>
    static string Rid(string architecture) => architecture is "amd64" ? "x64" : architecture;
}
