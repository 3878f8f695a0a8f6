using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class ResponseTests
{
    const string Place = "GET /albums #/paths/~1albums/get/responses";

    [Fact]
    public void Another_success_status_breaks_twice() =>
        Api.Compare(With("'200': {}"), With("'201': {}"))
            .Select(change => (change.Rule, change.Impact, change.What))
            .Should()
            .Equal(
                ("success-status-removed", Impact.Breaking, "the status 200 is gone"),
                ("success-status-added", Impact.Breaking, "the status 201 is new")
            );

    [Fact]
    public void Other_statuses_may_come_and_go() =>
        Api.Compare(With("'200': {}, '404': {}"), With("'200': {}, '409': {}, '304': {}, 'default': {}"))
            .Select(change => (change.Rule, change.Impact))
            .Should()
            .Equal(
                ("status-removed", Impact.None),
                ("status-added", Impact.None),
                ("status-added", Impact.None),
                ("status-added", Impact.None)
            );

    [Fact]
    public void A_range_holds_the_statuses_in_it()
    {
        Api.Compare(With("'200': {}"), With("'2XX': {}"))
            .Select(change => change.Rule)
            .Should()
            .Equal("success-status-added");
        Api.Compare(With("'2XX': {}, '200': {}"), With("'2XX': {}")).Should().BeEmpty();
    }

    [Fact]
    public void A_content_type_that_no_longer_comes_breaks()
    {
        var both = With("'200': { 'content': { 'application/json': {}, 'text/csv': {} } }");
        var one = With("'200': { 'content': { 'application/json': {} } }");

        Api.Only(both, one)
            .Should()
            .Be(
                (
                    "response-media-type-removed",
                    Impact.Breaking,
                    $"{Place}/200/content/text~1csv",
                    "the content type text/csv is gone"
                )
            );
        Api.Only(one, both).Rule.Should().Be("response-media-type-added");
    }

    [Fact]
    public void A_header_that_no_longer_comes_breaks()
    {
        var with = With("'200': { 'headers': { 'ETag': { 'required': true } } }");

        Api.Only(with, With("'200': {}"))
            .Should()
            .Be(("response-header-removed", Impact.Breaking, $"{Place}/200/headers/ETag", "the header ETag is gone"));
        Api.Only(With("'200': {}"), with).Rule.Should().Be("response-header-added");
        Api.Compare(with, With("'200': { 'headers': { 'etag': { 'required': true } } }")).Should().BeEmpty();
    }

    [Fact]
    public void A_header_that_may_be_missing_from_now_on_breaks() =>
        Api.Only(
                With("'200': { 'headers': { 'ETag': { 'required': true } } }"),
                With("'200': { 'headers': { 'ETag': {} } }")
            )
            .Rule.Should()
            .Be("response-header-became-optional");

    [Fact]
    public void A_header_is_what_a_client_reads() =>
        Api.Only(
                With("'200': { 'headers': { 'Age': { 'schema': { 'type': 'integer' } } } }"),
                With("'200': { 'headers': { 'Age': { 'schema': { 'type': 'string' } } } }")
            )
            .Rule.Should()
            .Be("response-replaced");

    [Fact]
    public void A_failures_body_is_read_too() =>
        Api.Only(
                With("'404': { 'content': { 'a/b': { 'schema': { 'properties': { 'title': {} } } } } }"),
                With("'404': { 'content': { 'a/b': { 'schema': {} } } }")
            )
            .Rule.Should()
            .Be("response-property-removed");

    static string With(string responses) => Api.Get($"'responses': {{ {responses} }}");
}
