using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class ReferenceTests
{
    const string Album = "{ '$ref': '#/components/schemas/Album' }";

    [Fact]
    public void What_several_operations_share_is_said_once()
    {
        Shared("'title': {}, 'cover': {}", "'title': {}")
            .Should()
            .Be(
                (
                    "response-property-removed",
                    Impact.Breaking,
                    "GET /a and 1 more #/components/schemas/Album/properties/cover",
                    "the property 'cover' is gone"
                )
            );

        static (string, Impact, string, string) Shared(string before, string after) =>
            Api.Only(Document(before), Document(after));

        static string Document(string properties)
        {
            var answer =
                $"{{ 'get': {{ 'responses': {{ '200': {{ 'content': {{ 'a/b': {{ 'schema': {Album} }} }} }} }} }} }}";
            return Api.Document(
                $"'paths': {{ '/a': {answer}, '/b': {answer} }}, 'components': {{ 'schemas': {{ 'Album': {{ 'properties': {{ {properties} }} }} }} }}"
            );
        }
    }

    [Fact]
    public void A_schema_may_hold_itself()
    {
        static string Tree(string name) =>
            $"'Tree': {{ 'properties': {{ '{name}': {{}}, 'children': {{ 'type': 'array', 'items': {{ '$ref': '#/components/schemas/Tree' }} }} }} }}";

        const string Root = "{ '$ref': '#/components/schemas/Tree' }";
        Api.Compare(Api.Response(Root, Tree("a")), Api.Response(Root, Tree("a"))).Should().BeEmpty();
        Api.Compare(Api.Response(Root, Tree("a")), Api.Response(Root, Tree("b")))
            .Select(change => change.Rule)
            .Should()
            .Equal("response-property-removed", "response-property-added");
    }

    [Fact]
    public void A_component_may_be_called_otherwise() =>
        Api.Compare(
                Api.Response(Album, "'Album': { 'type': 'string' }"),
                Api.Response("{ '$ref': '#/components/schemas/Record' }", "'Record': { 'type': 'string' }")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void An_alternative_is_known_by_its_name()
    {
        const string Components = "'Cat': { 'type': 'object' }, 'Dog': { 'type': 'object' }";
        const string Cat = "{ '$ref': '#/components/schemas/Cat' }";
        const string Dog = "{ '$ref': '#/components/schemas/Dog' }";

        Api.Compare(
                Api.Response($"{{ 'oneOf': [{Cat}, {Dog}] }}", Components),
                Api.Response($"{{ 'anyOf': [{Dog}, {Cat}] }}", Components)
            )
            .Should()
            .BeEmpty();
        Api.Only(Api.Response(Cat, Components), Api.Response($"{{ 'oneOf': [{Dog}, {Cat}] }}", Components))
            .Should()
            .Be(
                (
                    "response-widened",
                    Impact.Breaking,
                    "GET /albums #/components/schemas/Dog",
                    "the alternative 'Dog' is new"
                )
            );
    }

    [Fact]
    public void A_reference_that_may_be_null_is_still_the_same()
    {
        const string Components = "'Album': { 'type': 'object', 'properties': { 'a': {} } }";
        var nullable = Api.Response($"{{ 'oneOf': [{{ 'type': 'null' }}, {Album}] }}", Components);

        Api.Compare(nullable, nullable).Should().BeEmpty();
        Api.Only(Api.Response(Album, Components), nullable).What.Should().Be("null is new");
        Api.Only(nullable, Api.Response(Album, Components)).Rule.Should().Be("response-narrowed");
    }

    [Fact]
    public void Beside_a_reference_only_3_1_says_anything()
    {
        const string Limited = "{ '$ref': '#/components/schemas/Album', 'maxLength': 3 }";
        const string Components = "'Album': { 'type': 'string' }";

        Api.Compare(
                Api.Request(Album, Components, version: "3.0.3"),
                Api.Request(Limited, Components, version: "3.0.3")
            )
            .Should()
            .BeEmpty();
        Api.Only(Api.Request(Album, Components), Api.Request(Limited, Components)).Rule.Should().Be("request-narrowed");
    }

    [Theory]
    [InlineData("{ '$ref': '#/components/schemas/None' }", "*there is no '#/components/schemas/None'*")]
    [InlineData("{ '$ref': 'other.json#/a' }", "*lies in another file*")]
    [InlineData("{ '$ref': '#/components/schemas/Loop' }", "*leads back to itself*")]
    public void A_reference_that_leads_nowhere_is_an_error(string schema, string message)
    {
        var document = Api.Response(schema, "'Loop': { '$ref': '#/components/schemas/Loop' }");

        FluentActions
            .Invoking(() => Api.Compare(document, document))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage(message);
    }

    [Theory]
    [InlineData("{", "it is not JSON: *")]
    [InlineData("[]", "it is no OpenAPI document of version 3.0 or 3.1*")]
    [InlineData("{ 'swagger': '2.0' }", "it is no OpenAPI document of version 3.0 or 3.1*")]
    [InlineData("{ 'openapi': '3.1.0', 'openapi': '3.1.0' }", "it is not JSON: *")]
    public void What_is_no_description_is_an_error(string text, string message) =>
        FluentActions.Invoking(() => Api.Parse(text)).Should().Throw<ReleaseException>().WithMessage(message);
}
