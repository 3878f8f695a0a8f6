using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.OpenApi;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

/// <summary>On generated documents, whose schemas refer to each other and to themselves.</summary>
public sealed class OpenApiProperties
{
    static readonly string[] s_components = ["A", "B", "C"];

    [Fact]
    public void A_document_has_no_change_against_itself() =>
        Prop.ForAll(
                Arb.From(Documents),
                document => OpenApiComparison.Compare(Parse(document), Parse(document)).Should().BeEmpty()
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_optional_is_added_nothing_breaks() =>
        Prop.ForAll(
                Arb.From(Documents),
                Arb.From(Gen.NonEmptyListOf(Gen.Choose(0, s_additions.Length - 1))),
                (document, additions) =>
                {
                    var more = document.DeepClone();
                    foreach (var addition in additions)
                        s_additions[addition](more);

                    OpenApiComparison
                        .Compare(Parse(document), Parse(more))
                        .Where(change => change.Impact == Impact.Breaking)
                        .Should()
                        .BeEmpty();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_only_taken_away_from_what_comes_back_breaks() =>
        Prop.ForAll(
                Arb.From(Documents),
                document =>
                {
                    var less = document.DeepClone();
                    Operation(less)["responses"]!.AsObject().Remove("200");

                    OpenApiComparison
                        .Compare(Parse(document), Parse(less))
                        .Should()
                        .Contain(change => change.Rule == "success-status-removed");
                }
            )
            .QuickCheckThrowOnFailure();

    static readonly Action<JsonNode>[] s_additions =
    [
        document => document["paths"]!["/new"] = JsonNode.Parse("""{ "get": { "responses": { "200": {} } } }"""),
        document => document["paths"]!["/a"]!["put"] = JsonNode.Parse("""{ "responses": { "204": {} } }"""),
        document => Operation(document)["parameters"]!.AsArray().Add(Json("""{ "name": "new", "in": "query" }""")),
        document => Operation(document)["requestBody"]!["content"]!["text/new"] = new JsonObject(),
        document =>
            Operation(document)["responses"]!["200"]!["headers"] = Json("""{ "X-New": { "required": true } }"""),
        document => Operation(document)["responses"]!["418"] = new JsonObject(),
        document => document["components"]!["schemas"]!["New"] = new JsonObject(),
        document =>
        {
            foreach (var component in s_components)
                document["components"]!["schemas"]![component]!["properties"]!["new"] = Json(
                    """{ "type": "string" }"""
                );
        },
    ];

    static Gen<JsonNode> Documents =>
        from request in Schemas(3)
        from response in Schemas(3)
        from parameter in Schemas(1)
        from components in Gen.ListOf(Objects(2), s_components.Length)
        select (JsonNode)
            new JsonObject
            {
                ["openapi"] = "3.1.1",
                ["paths"] = new JsonObject
                {
                    ["/a"] = new JsonObject
                    {
                        ["post"] = new JsonObject
                        {
                            ["parameters"] = new JsonArray(
                                new JsonObject
                                {
                                    ["name"] = "old",
                                    ["in"] = "query",
                                    ["schema"] = parameter,
                                }
                            ),
                            ["requestBody"] = Content(request),
                            ["responses"] = new JsonObject { ["200"] = Content(response) },
                        },
                    },
                },
                ["components"] = new JsonObject
                {
                    ["schemas"] = new JsonObject(
                        s_components.Zip(components, (name, schema) => KeyValuePair.Create(name, (JsonNode?)schema))
                    ),
                },
            };

    static Gen<JsonNode> Schemas(int depth) =>
        depth == 0
            ? Gen.OneOf(Scalars, References)
            : Gen.OneOf(Scalars, References, Objects(depth - 1), Arrays(depth - 1), Unions(depth - 1));

    static Gen<JsonNode> Scalars =>
        Gen.Elements(
                """{}""",
                """{ "type": "string", "maxLength": 9, "pattern": "^a" }""",
                """{ "type": ["integer", "null"], "format": "int32", "minimum": 0 }""",
                """{ "enum": ["a", "b"], "default": "a" }""",
                """{ "type": "number", "multipleOf": 0.5, "exclusiveMaximum": 10 }"""
            )
            .Select(text => Json(text));

    static Gen<JsonNode> References =>
        Gen.Elements(s_components).Select(name => Json($$"""{ "$ref": "#/components/schemas/{{name}}" }"""));

    static Gen<JsonNode> Objects(int depth) =>
        from properties in Gen.ListOf(Schemas(depth), 2)
        from isRequired in Gen.Elements(true, false)
        from isClosed in Gen.Elements(true, false)
        select (JsonNode)
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(
                    properties.Select((schema, index) => KeyValuePair.Create($"p{index}", (JsonNode?)schema))
                ),
                ["required"] = isRequired ? new JsonArray("p0") : [],
                ["additionalProperties"] = !isClosed,
            };

    static Gen<JsonNode> Arrays(int depth) =>
        from items in Schemas(depth)
        select (JsonNode)new JsonObject { ["type"] = "array", ["items"] = items };

    static Gen<JsonNode> Unions(int depth) =>
        from alternatives in Gen.ListOf(Schemas(depth), 2)
        from keyword in Gen.Elements("oneOf", "anyOf", "allOf")
        from isNullable in Gen.Elements(true, false)
        select (JsonNode)
            new JsonObject
            {
                [keyword] = new JsonArray([
                    .. alternatives,
                    .. isNullable && keyword is not "allOf"
                        ? [Json("""{ "type": "null" }""")]
                        : Array.Empty<JsonNode>(),
                ]),
            };

    static JsonObject Content(JsonNode schema) =>
        new JsonObject
        {
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
        };

    static JsonNode Operation(JsonNode document) => document["paths"]!["/a"]!["post"]!;

    static JsonNode Json(string text) => JsonNode.Parse(text)!;

    static OpenApiDocument Parse(JsonNode document) => OpenApiDocument.Parse(document.ToJsonString(), "it");
}
