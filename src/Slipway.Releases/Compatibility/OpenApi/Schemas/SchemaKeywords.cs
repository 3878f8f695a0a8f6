namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>Which keywords of a schema are judged by which code.</summary>
static class SchemaKeywords
{
    /// <summary>They say nothing about the value itself.</summary>
    static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title",
        "description",
        "example",
        "examples",
        "deprecated",
        "externalDocs",
        "xml",
        "$comment",
        "$id",
        "$schema",
        "$defs",
        "$anchor",
    };

    /// <summary>Followed or read by <see cref="Schema"/> and <see cref="SchemaComparison"/>.</summary>
    static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "$ref",
        "allOf",
        "oneOf",
        "anyOf",
        "nullable",
        "default",
        "readOnly",
        "writeOnly",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "discriminator",
    };

    static readonly HashSet<string> Judged = KeywordRules
        .All.SelectMany(rule => rule.Keywords)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a schema asks something of its values, lists of alternatives apart.</summary>
    public static bool Constrains(Node part) =>
        !part.IsObject
            ? part.Value.ValueKind == System.Text.Json.JsonValueKind.False
            : part.Members.Any(member =>
                !IsAnnotation(member.Name)
                && member.Name is not ("oneOf" or "anyOf" or "allOf" or "$ref" or "default" or "discriminator")
            );

    /// <summary>The keywords of a schema that no rule knows.</summary>
    public static IEnumerable<string> Unknown(Schema schema) =>
        schema
            .Parts.SelectMany(part => part.Members)
            .Select(member => member.Name)
            .Where(name => !IsAnnotation(name) && !Structure.Contains(name) && !Judged.Contains(name))
            .Distinct(StringComparer.Ordinal);

    static bool IsAnnotation(string keyword) =>
        Annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
