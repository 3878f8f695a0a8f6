using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class ParameterTests
{
    const string Place = "GET /albums #/paths/~1albums/get/parameters/0";
    const string Limit = "{ 'name': 'limit', 'in': 'query', 'schema': { 'type': 'integer' } }";
    const string RequiredLimit =
        "{ 'name': 'limit', 'in': 'query', 'required': true, 'schema': { 'type': 'integer' } }";

    [Fact]
    public void A_parameter_that_is_gone_breaks() =>
        Api.Only(Api.WithParameter(Limit), Api.WithParameter(""))
            .Should()
            .Be(("parameter-removed", Impact.Breaking, Place, "the parameter 'limit' (query) is gone"));

    [Fact]
    public void A_new_parameter_that_can_be_left_out_only_adds() =>
        Api.Only(Api.WithParameter(""), Api.WithParameter(Limit))
            .Should()
            .Be(("parameter-added", Impact.Additive, Place, "the parameter 'limit' (query) is new"));

    [Fact]
    public void A_new_parameter_that_is_required_breaks() =>
        Api.Only(Api.WithParameter(""), Api.WithParameter(RequiredLimit))
            .Should()
            .Be(
                (
                    "parameter-added-required",
                    Impact.Breaking,
                    Place,
                    "the parameter 'limit' (query) is new and required"
                )
            );

    [Fact]
    public void A_parameter_that_becomes_required_breaks() =>
        Api.Only(Api.WithParameter(Limit), Api.WithParameter(RequiredLimit))
            .Should()
            .Be(("parameter-became-required", Impact.Breaking, Place, "the parameter 'limit' (query) is required now"));

    [Fact]
    public void A_parameter_that_may_be_left_out_from_now_on_only_adds() =>
        Api.Only(Api.WithParameter(RequiredLimit), Api.WithParameter(Limit))
            .Should()
            .Be(
                (
                    "parameter-became-optional",
                    Impact.Additive,
                    Place,
                    "the parameter 'limit' (query) may be left out now"
                )
            );

    [Fact]
    public void A_parameter_that_is_written_otherwise_breaks() =>
        Api.Only(
                Api.WithParameter("{ 'name': 'ids', 'in': 'query' }"),
                Api.WithParameter("{ 'name': 'ids', 'in': 'query', 'explode': false }")
            )
            .Should()
            .Be(
                (
                    "parameter-serialized-otherwise",
                    Impact.Breaking,
                    Place,
                    "the parameter 'ids' (query) is written otherwise: style form, explode → style form"
                )
            );

    [Fact]
    public void A_parameter_that_becomes_a_document_is_written_otherwise_and_no_more_can_be_said()
    {
        const string AsDocument =
            "{ 'name': 'limit', 'in': 'query', 'content': { 'application/json': { 'schema': { 'type': 'string' } } } }";

        Api.Compare(Api.WithParameter(Limit), Api.WithParameter(AsDocument))
            .Select(change => change.Rule)
            .Should()
            .Equal("parameter-serialized-otherwise", "request-media-type-added");
        Api.Compare(Api.WithParameter(AsDocument), Api.WithParameter(Limit))
            .Select(change => change.Rule)
            .Should()
            .Equal("parameter-serialized-otherwise", "request-media-type-removed");
    }

    [Fact]
    public void A_style_that_is_the_usual_one_need_not_be_said() =>
        Api.Compare(
                Api.WithParameter("{ 'name': 'ids', 'in': 'query' }"),
                Api.WithParameter("{ 'name': 'ids', 'in': 'query', 'style': 'form', 'explode': true }")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void A_parameter_that_moves_is_another_one() =>
        Api.Compare(
                Api.WithParameter("{ 'name': 'key', 'in': 'query' }"),
                Api.WithParameter("{ 'name': 'key', 'in': 'header' }")
            )
            .Select(change => change.Rule)
            .Should()
            .Equal("parameter-removed", "parameter-added");

    [Fact]
    public void The_names_of_headers_have_no_case() =>
        Api.Compare(
                Api.WithParameter("{ 'name': 'If-Match', 'in': 'header' }"),
                Api.WithParameter("{ 'name': 'if-match', 'in': 'header' }")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void Headers_that_a_description_has_elsewhere_do_not_count() =>
        Api.Compare(Api.WithParameter("{ 'name': 'Accept', 'in': 'header' }"), Api.WithParameter(""))
            .Should()
            .BeEmpty();

    [Fact]
    public void A_parameter_may_move_to_the_path_of_its_operation()
    {
        var @new = Api.Document($"'paths': {{ '/albums': {{ 'parameters': [{Limit}], 'get': {{ {Api.Ok} }} }} }}");

        Api.Compare(Api.WithParameter(Limit), @new).Should().BeEmpty();
    }

    [Fact]
    public void What_a_parameter_may_be_is_what_a_client_may_send() =>
        Api.Only(
                Api.WithParameter(Limit),
                Api.WithParameter("{ 'name': 'limit', 'in': 'query', 'schema': { 'type': 'integer', 'maximum': 9 } }")
            )
            .Should()
            .Be(("request-narrowed", Impact.Breaking, $"{Place}/schema/maximum", "maximum: none → 9"));
}
