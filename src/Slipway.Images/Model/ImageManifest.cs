using System.Text.Json.Serialization;

namespace Slipway.Images;

/// <summary>One image: its configuration and its layers, lowest first (OCI image-spec 1.1, manifest.md).</summary>
public sealed record ImageManifest
{
    [JsonPropertyName("schemaVersion"), JsonPropertyOrder(0)]
    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("mediaType"), JsonPropertyOrder(1)]
    public string? MediaType { get; init; }

    [JsonPropertyName("config"), JsonPropertyOrder(2)]
    public required Descriptor Config { get; init; }

    [JsonPropertyName("layers"), JsonPropertyOrder(3)]
    public required IReadOnlyList<Descriptor> Layers { get; init; }

    [JsonPropertyName("annotations"), JsonPropertyOrder(4)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}

/// <summary>Several images, or one for each platform (OCI image-spec 1.1, image-index.md).</summary>
public sealed record ImageIndex
{
    [JsonPropertyName("schemaVersion"), JsonPropertyOrder(0)]
    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("mediaType"), JsonPropertyOrder(1)]
    public string? MediaType { get; init; }

    [JsonPropertyName("manifests"), JsonPropertyOrder(2)]
    public required IReadOnlyList<Descriptor> Manifests { get; init; }
}
