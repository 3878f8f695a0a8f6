using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Images;

/// <summary>
/// One way to write each document: properties in a stated order, maps sorted by ordinal, no white space, nothing that
/// is absent. So equal documents have equal digests.
/// </summary>
[JsonSerializable(typeof(ImageManifest))]
[JsonSerializable(typeof(ImageIndex))]
[JsonSerializable(typeof(ImageConfiguration))]
[JsonSerializable(typeof(LayoutMarker))]
[JsonSerializable(typeof(UnpackMarker))]
sealed partial class OciJson : JsonSerializerContext
{
    /// <summary>The default encoder writes <c>+</c> as an escape: valid, but not what anybody else writes in a media type.</summary>
    static readonly OciJson Canonical = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
        }
    );

    public static byte[] Write<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, TypeOf<T>());

    /// <param name="what">The document's place, for the error.</param>
    /// <exception cref="ImageException">It is not JSON of this form.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TypeOf<T>()) ?? throw new ImageException($"{what} is empty.");
        }
        catch (Exception exception) when (exception is JsonException or ImageException)
        {
            throw new ImageException($"{what} cannot be read: {exception.Message}", exception);
        }
    }

    static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Canonical.GetTypeInfo(typeof(T))!;
}

/// <summary>The file <c>oci-layout</c> (OCI image-spec 1.1, image-layout.md).</summary>
sealed record LayoutMarker
{
    [JsonPropertyName("imageLayoutVersion")]
    public string ImageLayoutVersion { get; init; } = "1.0.0";
}

/// <summary>Written last into an unpacked image: whose it is, and the digest of the tree as it was unpacked.</summary>
sealed record UnpackMarker
{
    [JsonPropertyName("manifest"), JsonPropertyOrder(0)]
    public required Digest Manifest { get; init; }

    [JsonPropertyName("tree"), JsonPropertyOrder(1)]
    public required Digest Tree { get; init; }
}
