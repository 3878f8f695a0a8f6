using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>
/// The least value that a schema of the description accepts, for the parts of an answer that nobody here reads: GitHub puts
/// two whole repositories into every pull request.
/// </summary>
static class Sample
{
    public static JsonNode? Of(JsonNode schema, ApiDescription description)
    {
        if (schema["$ref"] is { } reference)
            return Of(description.Component(reference.GetValue<string>().Split('/')[^1]), description);
        if (schema["nullable"]?.GetValue<bool>() == true)
            return null;
        if (schema["default"] is { } usual)
            return usual.DeepClone();
        if (schema["enum"] is JsonArray values)
            return values[0]!.DeepClone();
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => Object(schema, description),
            "array" => new JsonArray(),
            "integer" or "number" => JsonValue.Create(0),
            "boolean" => JsonValue.Create(false),
            _ => JsonValue.Create(Text(schema)),
        };
    }

    static JsonObject Object(JsonNode schema, ApiDescription description) =>
        new(
            (schema["required"] as JsonArray ?? []).Select(name =>
                KeyValuePair.Create(
                    name!.GetValue<string>(),
                    Of(schema["properties"]![name.GetValue<string>()]!, description)
                )
            )
        );

    static string Text(JsonNode schema) =>
        schema["format"]?.GetValue<string>() switch
        {
            "date-time" => "2026-01-01T00:00:00Z",
            "uri" => "https://example.org/",
            _ => "sample",
        };
}
