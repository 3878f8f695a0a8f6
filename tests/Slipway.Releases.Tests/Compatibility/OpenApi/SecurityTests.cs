using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class SecurityTests
{
    const string Place = "GET /albums #/paths/~1albums/get/security";

    [Fact]
    public void To_ask_for_a_key_where_none_was_needed_breaks()
    {
        Api.Only(With(""), With("'security': [{ 'key': [] }],"))
            .Should()
            .Be(("security-tightened", Impact.Breaking, Place, "nothing was enough; now it needs key"));
        Api.Only(With("'security': [{ 'key': [] }],"), With(""))
            .Should()
            .Be(("security-loosened", Impact.Additive, Place, "nothing is enough now"));
    }

    [Fact]
    public void Another_way_in_only_adds() =>
        Api.Only(With("'security': [{ 'key': [] }],"), With("'security': [{ 'key': [] }, { 'token': ['read'] }],"))
            .Should()
            .Be(("security-loosened", Impact.Additive, Place, "key or token is enough now"));

    [Fact]
    public void One_more_scope_breaks() =>
        Api.Only(With("'security': [{ 'token': ['read'] }],"), With("'security': [{ 'token': ['read', 'write'] }],"))
            .Rule.Should()
            .Be("security-tightened");

    [Fact]
    public void Both_instead_of_one_breaks() =>
        Api.Only(With("'security': [{ 'key': [] }],"), With("'security': [{ 'key': [], 'token': [] }],"))
            .What.Should()
            .Be("key was enough; now it needs key and token");

    [Fact]
    public void What_holds_for_the_document_holds_for_its_operations() =>
        Api.Only(With(""), With("", "'security': [{ 'key': [] }],")).Rule.Should().Be("security-tightened");

    [Fact]
    public void An_operation_may_ask_for_nothing() =>
        Api.Compare(With(""), With("'security': [],", "'security': [{ 'key': [] }],")).Should().BeEmpty();

    [Fact]
    public void A_scheme_may_be_called_otherwise() =>
        Api.Compare(With("'security': [{ 'key': [] }],"), With("'security': [{ 'apiKey': [] }],", name: "apiKey"))
            .Should()
            .BeEmpty();

    [Fact]
    public void A_key_in_another_header_breaks() =>
        Api.Only(With("'security': [{ 'key': [] }],"), With("'security': [{ 'key': [] }],", header: "X-Other"))
            .Rule.Should()
            .Be("security-tightened");

    /// <summary>From left to right it is another scheme.</summary>
    [Theory]
    [InlineData("'type': 'apiKey', 'in': 'query', 'name': 'key'", "'type': 'apiKey', 'in': 'query', 'name': 'KEY'")]
    [InlineData("'type': 'apiKey', 'in': 'query', 'name': 'key'", "'type': 'apiKey', 'in': 'cookie', 'name': 'key'")]
    [InlineData("'type': 'http', 'scheme': 'bearer'", "'type': 'http', 'scheme': 'basic'")]
    [InlineData(
        "'type': 'openIdConnect', 'openIdConnectUrl': 'https://a.example'",
        "'type': 'openIdConnect', 'openIdConnectUrl': 'https://b.example'"
    )]
    [InlineData(
        "'type': 'oauth2', 'flows': { 'clientCredentials': { 'tokenUrl': 'https://a.example' } }",
        "'type': 'oauth2', 'flows': { 'clientCredentials': { 'tokenUrl': 'https://b.example' } }"
    )]
    [InlineData(
        "'type': 'oauth2', 'flows': { 'implicit': { 'authorizationUrl': 'https://a.example' } }",
        "'type': 'oauth2', 'flows': { 'implicit': { 'authorizationUrl': 'https://b.example' } }"
    )]
    [InlineData(
        "'type': 'oauth2', 'flows': { 'password': { 'tokenUrl': 'https://a.example' } }",
        "'type': 'oauth2', 'flows': { 'clientCredentials': { 'tokenUrl': 'https://a.example' } }"
    )]
    public void A_scheme_that_asks_for_something_else_breaks(string old, string @new) =>
        Api.Only(Scheme(old), Scheme(@new)).Rule.Should().Be("security-tightened");

    [Theory]
    [InlineData(
        "'type': 'apiKey', 'in': 'header', 'name': 'X-Api-Key'",
        "'type': 'apiKey', 'in': 'header', 'name': 'x-api-key'"
    )]
    [InlineData("'type': 'http', 'scheme': 'Bearer'", "'type': 'http', 'scheme': 'bearer'")]
    [InlineData("'type': 'http', 'scheme': 'basic'", "'type': 'http', 'scheme': 'basic', 'description': 'a'")]
    public void A_scheme_that_is_spelled_otherwise_is_the_same(string old, string @new) =>
        Api.Compare(Scheme(old), Scheme(@new)).Should().BeEmpty();

    static string Scheme(string members) =>
        Api.Document(
            $"'paths': {{ '/albums': {{ 'get': {{ 'security': [{{ 'it': [] }}], {Api.Ok} }} }} }}, 'components': {{ 'securitySchemes': {{ 'it': {{ {members} }} }} }}"
        );

    static string With(string security, string whole = "", string name = "key", string header = "X-Api-Key") =>
        Api.Document(
            $"{whole} 'paths': {{ '/albums': {{ 'get': {{ {security} {Api.Ok} }} }} }}, 'components': {{ 'securitySchemes': {{ '{name}': {{ 'type': 'apiKey', 'in': 'header', 'name': '{header}' }}, 'token': {{ 'type': 'oauth2', 'flows': {{ 'clientCredentials': {{ 'tokenUrl': 'https://example.org/token' }} }} }} }} }}"
        );
}
