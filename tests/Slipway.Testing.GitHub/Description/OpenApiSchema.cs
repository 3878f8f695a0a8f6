using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Slipway.Testing.GitHub;

/// <summary>
/// The schemas of OpenAPI 3.0 as JSON Schema 2020-12: <c>nullable</c> becomes a type, references lead into
/// <c>$defs</c>, and what is no rule (examples, extensions, discriminators) goes (spec.openapis.org/oas/v3.0.3#schema-object).
/// </summary>
static class OpenApiSchema
{
    /// <summary>Formats that a value can fail; the others are hints.</summary>
    static readonly string[] Formats = ["date-time", "uri"];

    static readonly string[] NoRule =
    [
        "example",
        "examples",
        "discriminator",
        "xml",
        "externalDocs",
        "readOnly",
        "writeOnly",
    ];

    static readonly string[] OfSchemas = ["properties", "patternProperties"];

    public static JsonSchema ToJsonSchema(JsonElement described, ApiDescription description)
    {
        var components = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var root = Convert(JsonNode.Parse(described.GetRawText())!, components);
        var open = new Queue<string>(components.Keys);
        while (open.TryDequeue(out var name))
        {
            var before = components.Keys.ToHashSet(StringComparer.Ordinal);
            components[name] = Convert(description.Component(name), components);
            foreach (var found in components.Keys.Where(key => !before.Contains(key)))
                open.Enqueue(found);
        }

        // A reference beside others would be all that counts to some drafts: the root is always a reference's neighbour.
        return JsonSchema.FromText(
            new JsonObject
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["allOf"] = new JsonArray(root),
                ["$defs"] = new JsonObject(components),
            }.ToJsonString()
        );
    }

    static JsonNode Convert(JsonNode schema, Dictionary<string, JsonNode?> components)
    {
        if (schema is not JsonObject described)
            return schema.DeepClone();
        if (described["$ref"] is { } reference)
        {
            var name = reference.GetValue<string>().Split('/')[^1];
            components.TryAdd(name, null);
            return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        }

        var converted = new JsonObject();
        foreach (var (name, value) in described)
        {
            if (
                value is null
                || name == "nullable"
                || name.StartsWith("x-", StringComparison.Ordinal)
                || NoRule.Contains(name, StringComparer.Ordinal)
            )
                continue;
            if (name == "format" && !Formats.Contains(value.GetValue<string>(), StringComparer.Ordinal))
                continue;
            converted[name] = Keyword(name, value, components);
        }

        return described["nullable"]?.GetValue<bool>() == true
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, converted) }
            : converted;
    }

    static JsonNode Keyword(string name, JsonNode value, Dictionary<string, JsonNode?> components) =>
        (name, value) switch
        {
            (_, JsonObject schemas) when OfSchemas.Contains(name, StringComparer.Ordinal) => new JsonObject(
                schemas.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Convert(pair.Value!, components)))
            ),
            ("allOf" or "anyOf" or "oneOf", JsonArray schemas) => new JsonArray([
                .. schemas.Select(schema => Convert(schema!, components)),
            ]),
            ("items" or "additionalProperties" or "not", JsonObject schema) => Convert(schema, components),
            _ => value.DeepClone(),
        };
}
