using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Delivery.State;

/// <summary>
/// JSON with one spelling for one value, so that its SHA-256 can stand for it: properties sorted by ordinal name, no
/// white space, nulls left out, only what JSON demands escaped (in the manner of RFC 8785; the values here are
/// strings, integers and booleans, so its number rules do not come up).
/// </summary>
public static class CanonicalJson
{
    /// <summary>
    /// How every state file is read: unknown members are errors, and so is a missing one, unless it may be null.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static byte[] Write<T>(T value)
    {
        var node = JsonSerializer.SerializeToNode(value, Options);
        return JsonSerializer.SerializeToUtf8Bytes(Sort(node), Options);
    }

    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    /// <summary>The <c>format</c> that a document says it has; 0: it says none.</summary>
    public static int FormatOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return
            document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("format", out var format)
            && format.ValueKind == JsonValueKind.Number
            && format.TryGetInt32(out var number)
            ? number
            : 0;
    }

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static JsonNode? Sort(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sort)]),
            _ => node?.DeepClone(),
        };

    static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowAbsentNulls } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    // What is null was left out when it was written.
    static void AllowAbsentNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired &= !property.IsSetNullable;
    }
}
