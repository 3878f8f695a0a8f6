using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.OpenApi;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

/// <summary>Small documents, written with single quotes, and what is found between two of them.</summary>
static class Api
{
    public const string Ok = "'responses': { '200': { 'description': 'ok' } }";

    public static IReadOnlyList<OpenApiChange> Compare(string old, string @new) =>
        OpenApiComparison.Compare(Parse(old, "old"), Parse(@new, "new"));

    /// <summary>What is found when there is one thing to find.</summary>
    public static (string Rule, Impact Impact, string Where, string What) Only(string old, string @new)
    {
        var change = Compare(old, @new).Should().ContainSingle().Which;
        return (change.Rule, change.Impact, change.Where, change.What);
    }

    public static string Document(string members, string version = "3.1.1") =>
        $"{{ 'openapi': '{version}', 'info': {{ 'title': 'a', 'version': '1' }}, {members} }}";

    /// <summary>GET /albums.</summary>
    /// <param name="members">Of the operation.</param>
    public static string Get(string members, string more = "'tags': []") =>
        Document($"'paths': {{ '/albums': {{ 'get': {{ {members} }} }} }}, {more}");

    public static string WithParameter(string parameter) => Get($"'parameters': [{parameter}], {Ok}");

    /// <summary>POST /albums with a JSON body of this schema.</summary>
    public static string Request(string schema, string components = "", string version = "3.1.1") =>
        Document(
            $"'paths': {{ '/albums': {{ 'post': {{ 'requestBody': {Content(schema)}, {Ok} }} }} }}, 'components': {{ 'schemas': {{ {components} }} }}",
            version
        );

    /// <summary>GET /albums that answers 200 with JSON of this schema.</summary>
    public static string Response(string schema, string components = "", string version = "3.1.1") =>
        Document(
            $"'paths': {{ '/albums': {{ 'get': {{ 'responses': {{ '200': {Content(schema)} }} }} }} }}, 'components': {{ 'schemas': {{ {components} }} }}",
            version
        );

    public static OpenApiDocument Parse(string text, string name = "it") =>
        OpenApiDocument.Parse(text.Replace('\'', '"'), name);

    static string Content(string schema) => $"{{ 'content': {{ 'application/json': {{ 'schema': {schema} }} }} }}";
}
