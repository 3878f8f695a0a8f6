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

    static string OneOf(params string[] alternatives) => $"{{ 'oneOf': [{string.Join(", ", alternatives)}] }}";

    /// <summary>With a keyword that makes it more than its alternatives.</summary>
    static string Beside(string schema) => $"{{ 'minProperties': 1, {schema[1..]}";

    static IEnumerable<(string Rule, string What)> Found(string old, string @new, string components = "") =>
        Api.Compare(Api.Response(old, components), Api.Response(@new, components))
            .Select(change => (change.Rule, change.What));
}
