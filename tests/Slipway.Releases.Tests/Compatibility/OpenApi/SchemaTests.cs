using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

/// <summary>What may be sent must not shrink, and what may come back must not grow.</summary>
public sealed class SchemaTests
{
    /// <summary>From left to right it narrows.</summary>
    public static TheoryData<string, string, string> Narrowings =>
        new()
        {
            { "{}", "{ 'type': 'string' }", "type: anything → string" },
            { "{ 'type': 'number' }", "{ 'type': 'integer' }", "type: number → integer" },
            { "{ 'type': ['integer', 'string'] }", "{ 'type': 'integer' }", "type: string or integer → integer" },
            { "{ 'type': ['string', 'null'] }", "{ 'type': 'string' }", "null is gone" },
            { "{ 'type': 'string' }", "{ 'type': 'string', 'format': 'uuid' }", "format: any → uuid" },
            {
                "{ 'type': 'integer', 'format': 'int64' }",
                "{ 'type': 'integer', 'format': 'int32' }",
                "format: int64 → int32"
            },
            { "{ 'enum': ['a', 'b'] }", "{ 'enum': ['a'] }", "enum: 'b' gone" },
            { "{ 'enum': ['a', 'b'] }", "{ 'const': 'a' }", "enum: 'b' gone" },
            { "{ 'type': 'string' }", "{ 'type': 'string', 'enum': ['a'] }", "enum: anything → 'a'" },
            { "{ 'minimum': 1 }", "{ 'minimum': 2 }", "minimum: 1 → 2" },
            { "{ 'minimum': 1 }", "{ 'exclusiveMinimum': 1 }", "minimum: 1 → 1 (excluded)" },
            {
                "{ 'maximum': 9223372036854775807 }",
                "{ 'maximum': 9223372036854775806 }",
                "maximum: 9223372036854775807 → 9223372036854775806"
            },
            {
                "{ 'exclusiveMaximum': 1.5 }",
                "{ 'exclusiveMaximum': 1.25 }",
                "maximum: 1.5 (excluded) → 1.25 (excluded)"
            },
            { "{}", "{ 'minLength': 1 }", "minLength: none → 1" },
            { "{ 'maximum': 1 }", "{ 'exclusiveMaximum': 1 }", "maximum: 1 → 1 (excluded)" },
            { "{}", "{ 'exclusiveMinimum': 1 }", "minimum: none → 1 (excluded)" },
            { "{}", "{ 'exclusiveMaximum': 1 }", "maximum: none → 1 (excluded)" },
            {
                "{ 'minimum': 1, 'maximum': 9 }",
                "{ 'minimum': 1, 'exclusiveMinimum': 3, 'maximum': 9 }",
                "minimum: 1 → 3 (excluded)"
            },
            {
                "{ 'minimum': 1, 'maximum': 9 }",
                "{ 'minimum': 1, 'maximum': 9, 'exclusiveMaximum': 7 }",
                "maximum: 9 → 7 (excluded)"
            },
            { "{ 'maxLength': 200 }", "{ 'maxLength': 100 }", "maxLength: 200 → 100" },
            { "{}", "{ 'minItems': 1 }", "minItems: none → 1" },
            { "{ 'maxItems': 3 }", "{ 'maxItems': 2 }", "maxItems: 3 → 2" },
            { "{}", "{ 'minProperties': 1 }", "minProperties: none → 1" },
            { "{}", "{ 'maxProperties': 1 }", "maxProperties: none → 1" },
            { "{}", "{ 'pattern': '^a$' }", "pattern: none → ^a$" },
            { "{ 'multipleOf': 2 }", "{ 'multipleOf': 4 }", "multipleOf: 2 → 4" },
            { "{}", "{ 'uniqueItems': true }", "uniqueItems: false → true" },
            { "{ 'type': 'array' }", "{ 'type': 'array', 'items': { 'maxLength': 2 } }", "maxLength: none → 2" },
            {
                "{ 'additionalProperties': { 'type': 'number' } }",
                "{ 'additionalProperties': { 'type': 'integer' } }",
                "type: number → integer"
            },
            {
                "{ 'oneOf': [{ 'type': 'string' }, { 'type': 'boolean' }] }",
                "{ 'oneOf': [{ 'type': 'string' }] }",
                "type: anything → string"
            },
            {
                "{ 'anyOf': [{ 'type': 'string' }, { 'type': 'boolean' }, { 'type': 'array' }] }",
                "{ 'anyOf': [{ 'type': 'string' }, { 'type': 'boolean' }] }",
                "the alternative '2' is gone"
            },
        };

    /// <summary>Neither holds the other, or nobody can tell.</summary>
    public static TheoryData<string, string, string> Replacements =>
        new()
        {
            { "{ 'type': 'string' }", "{ 'type': 'integer' }", "type: string → integer" },
            { "{ 'format': 'date' }", "{ 'format': 'date-time' }", "format: date → date-time" },
            { "{ 'enum': ['a'] }", "{ 'enum': ['b'] }", "enum: 'a' gone, 'b' new" },
            { "{ 'pattern': '^a$' }", "{ 'pattern': '^b$' }", "pattern: ^a$ → ^b$" },
            { "{ 'multipleOf': 2 }", "{ 'multipleOf': 3 }", "multipleOf: 2 → 3" },
            {
                "{ 'discriminator': { 'propertyName': 'kind' } }",
                "{ 'discriminator': { 'propertyName': 'type' } }",
                "the discriminator: kind → type"
            },
        };

    [Theory]
    [MemberData(nameof(Narrowings))]
    public void A_request_must_not_narrow_and_may_widen(string wide, string narrow, string what)
    {
        var found = Api.Only(Api.Request(wide), Api.Request(narrow));

        (found.Rule, found.Impact).Should().Be(("request-narrowed", Impact.Breaking));
        if (
            !what.StartsWith("the alternative", StringComparison.Ordinal)
            && !wide.Contains("oneOf", StringComparison.Ordinal)
        )
            found.What.Should().Be(what);
        var back = Api.Only(Api.Request(narrow), Api.Request(wide));
        (back.Rule, back.Impact).Should().Be(("request-widened", Impact.Additive));
    }

    [Theory]
    [MemberData(nameof(Narrowings))]
    public void A_response_may_narrow_and_must_not_widen(string wide, string narrow, string what)
    {
        what.Should().NotBeEmpty();
        var found = Api.Only(Api.Response(wide), Api.Response(narrow));

        (found.Rule, found.Impact).Should().Be(("response-narrowed", Impact.None));
        var back = Api.Only(Api.Response(narrow), Api.Response(wide));
        (back.Rule, back.Impact).Should().Be(("response-widened", Impact.Breaking));
    }

    [Theory]
    [MemberData(nameof(Replacements))]
    public void What_is_replaced_breaks_either_way(string old, string @new, string what)
    {
        var sent = Api.Only(Api.Request(old), Api.Request(@new));
        (sent.Rule, sent.Impact, sent.What).Should().Be(("request-replaced", Impact.Breaking, what));
        var answered = Api.Only(Api.Response(old), Api.Response(@new));
        (answered.Rule, answered.Impact, answered.What).Should().Be(("response-replaced", Impact.Breaking, what));
    }

    [Fact]
    public void A_new_name_in_the_enum_of_a_response_breaks_and_is_named() =>
        Api.Only(Api.Response("{ 'enum': ['open'] }"), Api.Response("{ 'enum': ['open', 'archived'] }"))
            .Should()
            .Be(
                (
                    "response-widened",
                    Impact.Breaking,
                    "GET /albums #/paths/~1albums/get/responses/200/content/application~1json/schema/enum",
                    "enum: 'archived' new"
                )
            );

    [Fact]
    public void Another_default_breaks_a_request_alone()
    {
        const string Old = "{ 'default': 20 }";
        const string New = "{ 'default': 50 }";

        Api.Only(Api.Request(Old), Api.Request(New)).Rule.Should().Be("request-default-changed");
        Api.Compare(Api.Response(Old), Api.Response(New)).Should().BeEmpty();
        Api.Compare(Api.Request("{}"), Api.Request(New)).Should().BeEmpty();
    }

    [Fact]
    public void A_keyword_that_no_rule_knows_is_taken_for_broken() =>
        Api.Only(Api.Response("{}"), Api.Response("{ 'patternProperties': { '^a': {} } }"))
            .Should()
            .Be(
                (
                    "not-judged",
                    Impact.Breaking,
                    "GET /albums #/paths/~1albums/get/responses/200/content/application~1json/schema/patternProperties",
                    "patternProperties has changed"
                )
            );

    /// <summary>The keyword that is there, in whichever of the two.</summary>
    [Theory]
    [InlineData("minimum")]
    [InlineData("exclusiveMinimum")]
    [InlineData("exclusiveMaximum")]
    [InlineData("minLength")]
    [InlineData("maxItems")]
    public void The_place_is_the_keyword(string keyword)
    {
        var said = $"{{ '{keyword}': 1 }}";
        var place = $"POST /albums #/paths/~1albums/post/requestBody/content/application~1json/schema/{keyword}";

        Api.Only(Api.Request("{}"), Api.Request(said)).Where.Should().Be(place);
        Api.Only(Api.Request(said), Api.Request("{}")).Where.Should().Be(place);
    }

    [Theory]
    [InlineData("minimum", "exclusiveMinimum")]
    [InlineData("maximum", "exclusiveMaximum")]
    public void A_bound_that_is_excluded_by_a_flag_narrows(string bound, string flag) =>
        Api.Only(
                Api.Request($"{{ '{bound}': 1 }}", version: "3.0.3"),
                Api.Request($"{{ '{bound}': 1, '{flag}': true }}", version: "3.0.3")
            )
            .What.Should()
            .Be($"{bound}: 1 → 1 (excluded)");

    [Fact]
    public void The_two_versions_say_the_same_in_their_own_words()
    {
        Api.Compare(
                Api.Response("{ 'type': 'string', 'nullable': true }", version: "3.0.3"),
                Api.Response("{ 'type': ['string', 'null'] }")
            )
            .Should()
            .BeEmpty();
        Api.Compare(
                Api.Response("{ 'type': 'integer', 'minimum': 0, 'exclusiveMinimum': true }", version: "3.0.3"),
                Api.Response("{ 'type': 'integer', 'exclusiveMinimum': 0 }")
            )
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void Words_for_people_and_extensions_are_no_change() =>
        Api.Compare(
                Api.Response("{ 'title': 'a', 'description': 'a', 'example': 1, 'x-a': 1 }"),
                Api.Response("{ 'title': 'b', 'examples': [1], 'deprecated': true }")
            )
            .Should()
            .BeEmpty();
}
