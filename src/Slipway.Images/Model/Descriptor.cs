using System.Text.Json.Serialization;

namespace Slipway.Images;

/// <summary>Names one blob by type, digest and size in bytes (OCI image-spec 1.1, descriptor.md).</summary>
public sealed record Descriptor
{
    [JsonPropertyName("mediaType"), JsonPropertyOrder(0)]
    public required string MediaType { get; init; }

    [JsonPropertyName("digest"), JsonPropertyOrder(1)]
    public required Digest Digest { get; init; }

    [JsonPropertyName("size"), JsonPropertyOrder(2)]
    public required long Size { get; init; }

    [JsonPropertyName("platform"), JsonPropertyOrder(3)]
    public ImagePlatform? Platform { get; init; }

    [JsonPropertyName("annotations"), JsonPropertyOrder(4)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}

/// <summary>What an image runs on, in Go's words.</summary>
public sealed record ImagePlatform
{
    [JsonPropertyName("architecture"), JsonPropertyOrder(0)]
    public required string Architecture { get; init; }

    [JsonPropertyName("os"), JsonPropertyOrder(1)]
    public required string Os { get; init; }

    /// <summary>What is chosen from an image for several platforms.</summary>
    public static ImagePlatform Default { get; } = new() { Architecture = "amd64", Os = "linux" };

    public override string ToString() => $"{Os}/{Architecture}";
}
