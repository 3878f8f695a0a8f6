using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class PathTests
{
    [Fact]
    public void A_path_that_is_gone_breaks_each_of_its_operations()
    {
        var old = Api.Document($"'paths': {{ '/a': {{ 'get': {{ {Api.Ok} }}, 'put': {{ {Api.Ok} }} }} }}");

        Api.Only(old, Api.Document("'paths': {}"))
            .Should()
            .Be(("path-removed", Impact.Breaking, "GET /a and 1 more #/paths/~1a", "the path /a is gone"));
    }

    [Fact]
    public void A_path_that_is_new_only_adds()
    {
        var @new = Api.Document($"'paths': {{ '/a': {{ 'get': {{ {Api.Ok} }} }} }}");

        Api.Only(Api.Document("'paths': {}"), @new)
            .Should()
            .Be(("path-added", Impact.Additive, "GET /a #/paths/~1a", "the path /a is new"));
    }

    [Fact]
    public void A_method_that_is_gone_breaks()
    {
        var old = Api.Document($"'paths': {{ '/a': {{ 'get': {{ {Api.Ok} }}, 'put': {{ {Api.Ok} }} }} }}");
        var @new = Api.Document($"'paths': {{ '/a': {{ 'get': {{ {Api.Ok} }} }} }}");

        Api.Only(old, @new)
            .Should()
            .Be(("operation-removed", Impact.Breaking, "PUT /a #/paths/~1a/put", "PUT /a is gone"));
        Api.Only(@new, old)
            .Should()
            .Be(("operation-added", Impact.Additive, "PUT /a #/paths/~1a/put", "PUT /a is new"));
    }

    [Fact]
    public void A_path_parameter_may_be_called_otherwise()
    {
        var old = Path("/albums/{id}/photos/{photo}", "id", "photo");

        Api.Compare(old, Path("/albums/{albumId}/photos/{photoId}", "albumId", "photoId")).Should().BeEmpty();
    }

    [Fact]
    public void A_path_item_may_lie_elsewhere()
    {
        var old = Api.Document($"'paths': {{ '/a': {{ 'get': {{ {Api.Ok} }} }} }}");
        var @new = Api.Document(
            $"'paths': {{ '/a': {{ '$ref': '#/components/pathItems/a' }} }}, 'components': {{ 'pathItems': {{ 'a': {{ 'get': {{ {Api.Ok} }} }} }} }}"
        );

        Api.Compare(old, @new).Should().BeEmpty();
    }

    [Fact]
    public void Another_operation_id_breaks_generated_clients() =>
        Api.Only(Api.Get($"'operationId': 'ListAlbums', {Api.Ok}"), Api.Get($"'operationId': 'GetAlbums', {Api.Ok}"))
            .Should()
            .Be(
                (
                    "operation-renamed",
                    Impact.Breaking,
                    "GET /albums #/paths/~1albums/get/operationId",
                    "operationId: 'ListAlbums' → 'GetAlbums'"
                )
            );

    [Fact]
    public void An_operation_id_that_is_gone_breaks_generated_clients() =>
        Api.Only(Api.Get($"'operationId': 'ListAlbums', {Api.Ok}"), Api.Get(Api.Ok))
            .Rule.Should()
            .Be("operation-renamed");

    [Fact]
    public void The_first_operation_id_harms_nobody() =>
        Api.Only(Api.Get(Api.Ok), Api.Get($"'operationId': 'ListAlbums', {Api.Ok}"))
            .Should()
            .Be(
                (
                    "operation-named",
                    Impact.None,
                    "GET /albums #/paths/~1albums/get/operationId",
                    "operationId is 'ListAlbums' now"
                )
            );

    [Fact]
    public void A_deprecated_operation_still_works() =>
        Api.Only(Api.Get(Api.Ok), Api.Get($"'deprecated': true, {Api.Ok}"))
            .Should()
            .Be(("operation-deprecated", Impact.None, "GET /albums #/paths/~1albums/get", "GET /albums is deprecated"));

    [Fact]
    public void A_server_that_is_gone_breaks()
    {
        var old = Api.Get(Api.Ok, "'servers': [{ 'url': 'https://example.org/v1/' }]");
        var @new = Api.Get(Api.Ok, "'servers': [{ 'url': 'https://example.org/v2' }]");

        Api.Only(old, @new)
            .Should()
            .Be(("server-removed", Impact.Breaking, "#/servers", "the server 'https://example.org/v1' is gone"));
    }

    [Fact]
    public void What_no_rule_knows_is_taken_for_broken()
    {
        Api.Only(Api.Get(Api.Ok), Api.Get(Api.Ok, "'webhooks': { 'a': {} }")).Rule.Should().Be("not-judged");
        Api.Only(Api.Get(Api.Ok), Api.Get($"'callbacks': {{ 'a': {{}} }}, {Api.Ok}"))
            .Should()
            .Be(
                ("not-judged", Impact.Breaking, "GET /albums #/paths/~1albums/get/callbacks", "callbacks have changed")
            );
    }

    [Fact]
    public void Words_for_people_are_no_change() =>
        Api.Compare(
                Api.Get($"'summary': 'a', 'tags': ['a'], {Api.Ok}"),
                Api.Get($"'summary': 'b', 'description': 'c', 'x-more': 1, {Api.Ok}", "'tags': [{ 'name': 'b' }]")
            )
            .Should()
            .BeEmpty();

    static string Path(string template, params string[] parameters) =>
        Api.Document(
            $"'paths': {{ '{template}': {{ 'parameters': [{string.Join(", ", parameters.Select(name => $"{{ 'name': '{name}', 'in': 'path', 'required': true }}"))}], 'get': {{ {Api.Ok} }} }} }}"
        );
}
