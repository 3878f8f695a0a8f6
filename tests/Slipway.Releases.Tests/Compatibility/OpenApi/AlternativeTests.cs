namespace Slipway.Releases.Tests.Compatibility.OpenApi;

/// <summary>Which alternatives of <c>oneOf</c> and <c>anyOf</c> are the same one, and what is found between them.</summary>
public sealed class AlternativeTests
{
    const string Named = "{ 'type': 'object', 'properties': { 'name': { 'type': 'string' } } }";
    const string Aged = "{ 'type': 'object', 'properties': { 'age': { 'type': 'integer' } } }";
    const string Number = "{ 'type': 'integer' }";

    [Fact]
    public void What_changes_within_an_alternative_is_found_wherever_it_stands() =>
        Found(OneOf(Named, Number), OneOf(Number, "{ 'type': 'object' }"))
            .Should()
            .Equal(("response-property-removed", "the property 'name' is gone"));

    [Fact]
    public void Alternatives_of_one_type_are_told_apart_by_their_text() =>
        Found(OneOf(Named, Aged), OneOf(Aged, Named)).Should().BeEmpty();

    [Fact]
    public void Components_of_two_names_are_two_alternatives() =>
        Found(
                OneOf("{ '$ref': '#/components/schemas/Cat' }", Number),
                OneOf("{ '$ref': '#/components/schemas/Lion' }", Number),
                $"'Cat': {Named}, 'Lion': {Aged}"
            )
            .Should()
            .Equal(
                ("response-narrowed", "the alternative 'Cat' is gone"),
                ("response-widened", "the alternative 'Lion' is new")
            );

    [Fact]
    public void Alternatives_beside_other_keywords_are_compared_too() =>
        Found(Beside(OneOf(Named, Aged, Number)), Beside(OneOf(Named, Aged)))
            .Should()
            .Equal(("response-narrowed", "the alternative '2' is gone"));

    [Fact]
    public void One_list_more_beside_other_keywords_cannot_be_judged() =>
        Found(Beside(OneOf(Named, Aged)), Beside($"{OneOf(Named, Aged)[..^1]}, 'anyOf': [{Named}, {Number}] }}"))
            .Should()
            .Equal(("response-replaced", "the alternatives (oneOf, anyOf) are others"));

    [Fact]
    public void A_component_that_is_renamed_is_the_same_alternative() =>
        Found(
                OneOf("{ '$ref': '#/components/schemas/Cat' }", Number),
                OneOf("{ '$ref': '#/components/schemas/Lion' }", Number),
                $"'Cat': {Named}, 'Lion': {Named}"
            )
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.1")]
    public void A_component_beside_an_alternative_of_its_text_is_the_new_one(string version) =>
        Api.Compare(
                Api.Response(OneOf(Named, Number), version: version),
                Api.Response(OneOf("{ '$ref': '#/components/schemas/Cat' }", Named, Number), $"'Cat': {Named}", version)
            )
            .Select(change => change.What)
            .Should()
            .Equal("the alternative 'Cat' is new");

    [Fact]
    public void An_alternative_may_become_a_component_of_its_type() =>
        Found(OneOf(Named, Number), OneOf("{ '$ref': '#/components/schemas/Lion' }", Number), $"'Lion': {Aged}")
            .Select(found => found.What)
            .Should()
            .BeEquivalentTo("the property 'name' is gone", "the property 'age' is new");

    [Fact]
    public void Alternatives_within_a_component_are_no_components() =>
        Api.Compare(
                Api.Response("{ '$ref': '#/components/schemas/Pet' }", $"'Pet': {OneOf(Named, Aged)}"),
                Api.Response("{ '$ref': '#/components/schemas/Pet' }", $"'Pet': {OneOf(Aged, Named)}")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void One_list_beside_another_is_compared_with_its_like() =>
        Found(
                "{ 'oneOf': [{ 'minLength': 1 }, { 'minimum': 1 }], 'anyOf': [{ 'type': 'string' }, { 'type': 'array' }, { 'type': 'boolean' }] }",
                "{ 'oneOf': [{ 'minLength': 1 }, { 'minimum': 1 }], 'anyOf': [{ 'type': 'string' }, { 'type': 'array' }] }"
            )
            .Should()
            .Equal(("response-narrowed", "the alternative '2' is gone"));

    [Fact]
    public void What_a_part_of_the_whole_asks_stands_beside_the_alternatives() =>
        Found(
                $"{{ 'allOf': [{{ 'minProperties': 1 }}], {OneOf(Named, Aged)[1..]}",
                $"{{ 'allOf': [{{ 'minProperties': 2 }}], {OneOf(Named, Aged)[1..]}"
            )
            .Should()
            .Equal(("response-narrowed", "minProperties: 1 → 2"));

    [Theory]
    [InlineData("'oneOf'", "'title': 'a'")]
    [InlineData("'anyOf'", "'title': 'a'")]
    [InlineData("'oneOf'", "'x-a': 1")]
    [InlineData("'oneOf'", "'default': 1")]
    [InlineData("'oneOf'", "'allOf': [true]")]
    [InlineData("'oneOf'", "'$ref': '#/components/schemas/Any'")]
    public void Beside_words_that_ask_nothing_of_a_value_there_are_the_alternatives_alone(string list, string words) =>
        Found(
                $"{{ {words}, {list}: [{{ 'type': 'string' }}, {Number}] }}",
                $"{{ {words}, 'type': 'string' }}",
                "'Any': { 'description': 'anything' }"
            )
            .Should()
            .Equal(("response-narrowed", "the alternative '1' is gone"));

    [Fact]
    public void A_discriminator_asks_nothing_of_a_value_either() =>
        Found(
                $"{{ 'discriminator': {{ 'propertyName': 'kind' }}, {OneOf("{ 'type': 'string' }", Number)[1..]}",
                "{ 'type': 'string' }"
            )
            .Should()
            .Equal(
                ("response-replaced", "the discriminator: kind → none"),
                ("response-narrowed", "the alternative '1' is gone")
            );

    [Fact]
    public void A_part_that_nothing_fits_leaves_no_alternative() =>
        Found(OneOf(Named, Number), $"{{ 'allOf': [false], {OneOf(Named, Number)[1..]}")
            .Should()
            .Equal(("response-narrowed", "type: anything → nothing"));

    [Fact]
    public void Null_in_one_alternative_is_null_of_the_whole()
    {
        var without = OneOf("{ 'type': 'string' }", Number);
        var with = OneOf("{ 'type': ['string', 'null'] }", Number);
        var elsewhere = OneOf("{ 'type': 'string' }", "{ 'type': ['integer', 'null'] }");

        Found(without, with).Should().Equal(("response-widened", "null is new"));
        Found(with, without).Should().Equal(("response-narrowed", "null is gone"));
        Found(with, elsewhere).Should().BeEmpty();
        Found(with, $"{without[..^3]}, {{ 'type': 'null' }}] }}").Should().BeEmpty();
    }

    static string OneOf(params string[] alternatives) => $"{{ 'oneOf': [{string.Join(", ", alternatives)}] }}";

    /// <summary>With a keyword that makes it more than its alternatives.</summary>
    static string Beside(string schema) => $"{{ 'minProperties': 1, {schema[1..]}";

    static IEnumerable<(string Rule, string What)> Found(string old, string @new, string components = "") =>
        Api.Compare(Api.Response(old, components), Api.Response(@new, components))
            .Select(change => (change.Rule, change.What));
}
