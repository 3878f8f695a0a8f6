using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>The types of JSON Schema; an integer is a number.</summary>
[Flags]
enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    String = 16,
    Integer = 32,
    Fraction = 64,
    Number = Integer | Fraction,
    All = Null | Boolean | Object | Array | String | Number,
}

static class JsonTypeNames
{
    public static JsonTypes Parse(Node name) =>
        (name.Value.ValueKind == JsonValueKind.String ? name.Value.GetString() : null) switch
        {
            "null" => JsonTypes.Null,
            "boolean" => JsonTypes.Boolean,
            "object" => JsonTypes.Object,
            "array" => JsonTypes.Array,
            "string" => JsonTypes.String,
            "integer" => JsonTypes.Integer,
            "number" => JsonTypes.Number,
            _ => throw new ReleaseException($"{name.Pointer}: {name.Value} is no type of JSON Schema."),
        };

    public static string Write(JsonTypes types) =>
        types switch
        {
            JsonTypes.None => "nothing",
            JsonTypes.All or (JsonTypes.All & ~JsonTypes.Null) => "anything",
            _ => string.Join(
                " or ",
                (types.HasFlag(JsonTypes.Number) ? ["number"] : Array.Empty<string>()).Concat(
                    new[]
                    {
                        JsonTypes.Boolean,
                        JsonTypes.Object,
                        JsonTypes.Array,
                        JsonTypes.String,
                        JsonTypes.Integer,
                        JsonTypes.Fraction,
                    }
                        .Where(type => types.HasFlag(type))
                        .Where(type => !types.HasFlag(JsonTypes.Number) || !JsonTypes.Number.HasFlag(type))
                        .Select(type => type.ToString().ToLowerInvariant())
                )
            ),
        };
}
