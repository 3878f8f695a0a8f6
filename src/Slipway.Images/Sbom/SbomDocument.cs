using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Images;

/// <summary>One CycloneDX document under way.</summary>
sealed class SbomDocument(ImageContent content, string name, IReadOnlyList<string> packageFolders)
{
    static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly List<string> _gaps = [];
    readonly FileOwners _owners = FileOwners.Of(content);

    public BillOfMaterials Write()
    {
        var image = SbomComponents.Image(content, name);
        var components = Components();
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = "",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = content.Configuration.Created,
                ["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "build" }),
                ["tools"] = new JsonObject
                {
                    ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = "Slipway" }),
                },
                ["component"] = image,
                ["properties"] = SbomComponents.Properties(
                    _gaps.Select(gap => (SbomComponents.GapProperty, (string?)gap))
                ),
            },
            ["components"] = components,
            ["dependencies"] = Dependencies(ImageReference),
            ["compositions"] = Compositions(ImageReference),
        };
        // Of the content, so that documents that differ never share one (RFC 9562, version 8).
        document["serialNumber"] = $"urn:uuid:{Uuid(SHA256.HashData(Bytes(document)))}";
        return new BillOfMaterials(
            content.Digest,
            Bytes(document),
            content.Application.Libraries.Count(library => library.IsPackage),
            _gaps
        );
    }

    string ImageReference => PackageUrl.Oci(name, content.Digest);

    JsonArray Components()
    {
        var components = new JsonArray();
        foreach (var library in content.Application.Libraries)
            components.Add(Library(library));
        foreach (var framework in content.Frameworks)
        {
            if (framework.Version is null)
                _gaps.Add(SbomComponents.Gap(framework));
            components.Add(SbomComponents.Framework(framework, content.Configuration.Architecture));
        }

        if (content.Base is { } image)
        {
            const string Gap = "the base image's layers are named, and not what its distribution installed in them";
            _gaps.Add(Gap);
            components.Add(SbomComponents.Base(image, Gap));
        }

        foreach (var file in _owners.Unowned)
        {
            _gaps.Add($"/{file.Path} is in the image, and no package names it");
            components.Add(SbomComponents.File(file));
        }

        return components;
    }

    JsonObject Library(DepsLibrary library)
    {
        var (description, gaps) = Describe(library);
        gaps.AddRange(_owners.Missing(library).Select(file => $"its file {file} is not in the image"));
        gaps.AddRange(
            library
                .DependsOn.Where(key => Find(key) is null)
                .Select(key => $"it depends on {key}, which the application does not list")
        );
        _gaps.AddRange(gaps.Select(gap => $"{library.Key}: {gap}"));
        var component = SbomComponents.Library(library, description, gaps);
        if (_owners.FilesOf(library) is { Count: > 0 } files)
            component["components"] = new JsonArray([.. files.Select(SbomComponents.File)]);
        return component;
    }

    (PackageDescription?, List<string> Gaps) Describe(DepsLibrary library)
    {
        if (!library.IsPackage)
            return (
                null,
                library.IsProject || library.Type is "runtimepack" ? [] : [$"it is a '{library.Type}', of no package"]
            );
        var (found, whyNot) = PackageDescription.Find(library, packageFolders);
        if (found is null)
            return (null, [$"license and hash are not known: {whyNot}"]);
        return (
            found,
            [
                .. found.License is null ? ["the package states no license"] : Array.Empty<string>(),
                .. found.Sha512 is null ? ["its hash is not known"] : Array.Empty<string>(),
            ]
        );
    }

    JsonArray Dependencies(string image)
    {
        // By reference: two keys of the file that name one package are one component's edges.
        var application = content
            .Application.Libraries.Where(library => library.IsProject)
            .Select(SbomComponents.Reference)
            .ToList();
        var roots =
            application.Count > 0 ? application : [.. content.Application.Libraries.Select(SbomComponents.Reference)];
        var frameworks = content.Frameworks.Select(SbomComponents.Reference).ToList();
        var below = content.Base is { } layers ? [SbomComponents.Reference(layers)] : Array.Empty<string>();
        return
        [
            Edge(image, [.. roots, .. frameworks, .. below]),
            .. content.Application.Libraries.Select(library =>
                (JsonNode?)Edge(
                    SbomComponents.Reference(library),
                    [
                        .. library.DependsOn.Select(Find).OfType<DepsLibrary>().Select(SbomComponents.Reference),
                        .. library.IsProject ? frameworks : [],
                    ]
                )
            ),
        ];
    }

    static JsonObject Edge(string from, IEnumerable<string> to) =>
        new()
        {
            ["ref"] = from,
            ["dependsOn"] = new JsonArray([
                .. to.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(one => (JsonNode?)one),
            ]),
        };

    /// <summary>Whoever reads the document must know where it ends.</summary>
    JsonArray Compositions(string image)
    {
        var isComplete =
            _owners.Unowned.Count == 0
            && content.Application.Libraries.All(library => _owners.Missing(library).Count == 0);
        var compositions = new JsonArray(
            new JsonObject
            {
                ["aggregate"] = content.Base is null && isComplete ? "complete" : "incomplete",
                ["assemblies"] = new JsonArray(image),
            },
            new JsonObject
            {
                ["aggregate"] =
                    isComplete
                    && content.Application.Libraries.All(library => library.DependsOn.All(key => Find(key) is not null))
                        ? "complete"
                        : "incomplete",
                ["dependencies"] = new JsonArray([
                    .. content.Application.Libraries.Select(library => (JsonNode?)SbomComponents.Reference(library)),
                ]),
            }
        );
        if (content.Base is { } layers)
            compositions.Add(
                new JsonObject
                {
                    ["aggregate"] = "incomplete",
                    ["assemblies"] = new JsonArray(SbomComponents.Reference(layers)),
                }
            );
        return compositions;
    }

    DepsLibrary? Find(string key) =>
        content.Application.Libraries.FirstOrDefault(library =>
            library.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        );

    static Guid Uuid(ReadOnlySpan<byte> hash)
    {
        var bytes = hash[..16].ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    static byte[] Bytes(JsonObject document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
            document.WriteTo(writer);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
