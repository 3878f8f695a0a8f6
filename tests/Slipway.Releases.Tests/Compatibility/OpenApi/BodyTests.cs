using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class BodyTests
{
    const string Place = "GET /albums #/paths/~1albums/get/requestBody";
    const string Json = "'content': { 'application/json': {} }";
    static readonly string s_without = Api.Get(Api.Ok);
    static readonly string s_optional = With($"{{ {Json} }}");
    static readonly string s_required = With($"{{ 'required': true, {Json} }}");

    [Fact]
    public void A_body_that_is_no_longer_taken_breaks() =>
        Api.Only(s_optional, s_without)
            .Should()
            .Be(("request-body-removed", Impact.Breaking, Place, "no body is taken any more"));

    [Fact]
    public void A_new_body_that_can_be_left_out_only_adds() =>
        Api.Only(s_without, s_optional)
            .Should()
            .Be(("request-body-added", Impact.Additive, Place, "a body is taken now"));

    [Fact]
    public void A_new_body_that_is_required_breaks() =>
        Api.Only(s_without, s_required)
            .Should()
            .Be(("request-body-added-required", Impact.Breaking, Place, "a body is needed now"));

    [Fact]
    public void A_body_that_becomes_required_breaks() =>
        Api.Only(s_optional, s_required)
            .Should()
            .Be(("request-body-became-required", Impact.Breaking, Place, "the body is required now"));

    [Fact]
    public void A_body_that_may_be_left_out_from_now_on_only_adds() =>
        Api.Only(s_required, s_optional)
            .Should()
            .Be(("request-body-became-optional", Impact.Additive, Place, "the body may be left out now"));

    [Fact]
    public void A_content_type_that_is_no_longer_taken_breaks()
    {
        var both = With("{ 'content': { 'application/json': {}, 'text/csv': {} } }");

        Api.Only(both, s_optional)
            .Should()
            .Be(
                (
                    "request-media-type-removed",
                    Impact.Breaking,
                    $"{Place}/content/text~1csv",
                    "the content type text/csv is gone"
                )
            );
        Api.Only(s_optional, both).Rule.Should().Be("request-media-type-added");
    }

    [Fact]
    public void A_content_type_is_the_same_in_another_spelling() =>
        Api.Compare(
                With("{ 'content': { 'application/json; charset=utf-8': {} } }"),
                With("{ 'content': { 'Application/JSON;charset=utf-8': {} } }")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void An_encoding_that_changes_is_not_judged() =>
        Api.Only(
                s_optional,
                With("{ 'content': { 'application/json': { 'encoding': { 'a': { 'style': 'form' } } } } }")
            )
            .Rule.Should()
            .Be("not-judged");

    static string With(string body) => Api.Get($"'requestBody': {body}, {Api.Ok}");
}
