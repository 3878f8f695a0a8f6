using System.Net;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Http;

[Collection(DatabaseCollection.Name)]
public sealed class ProblemTests(DatabaseServer server, GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    readonly HttpClient _client = fixture.Client;

    [Theory]
    [InlineData("/nothing/here")]
    [InlineData("/api/albums/not-an-id")]
    [InlineData("/api/photos/00000000-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_a_problem(string path)
    {
        using var response = await _client.GetAsync(path);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_client_that_asks_for_html_gets_the_problem_too()
    {
        using var response = await _client.SendAsync(HttpMethod.Get, "/nothing", null, ("Accept", "text/html"));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_a_problem_that_names_those_that_are()
    {
        using var response = await _client.PatchAsync("/api/albums", ApiClient.Json("{}"));

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Equal("GET", "POST");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"title\":1}")]
    [InlineData("{\"title\":null}")]
    [InlineData("{\"titel\":\"a typing mistake\"}")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}")]
    public async Task A_body_that_is_not_the_json_expected_is_a_problem(string body)
    {
        using var response = await _client.PostAsync("/api/albums", ApiClient.Json(body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        // Of our code nothing is told.
        problem.GetRawText().Should().NotContain("AlbumRequest").And.NotContain("TinyGallery.");
    }

    [Fact]
    public async Task The_place_of_a_mistake_in_the_body_is_told()
    {
        using var response = await _client.PostAsync("/api/albums", ApiClient.Json("{\n\"title\": 1}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("$.title, line 2");
    }

    [Fact]
    public async Task A_body_of_another_type_is_a_problem()
    {
        using var response = await _client.PostAsync("/api/albums", new StringContent("title=x"));

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem()
    {
        var body = $$"""{"title":"{{new string('x', 100_000)}}"}""";

        using var response = await _client.PostAsync("/api/albums", ApiClient.Json(body));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_failure_of_ours_tells_where_to_look_and_nothing_else()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());
        await gallery.ExecuteAsync("DROP TABLE photo_chunks");
        await gallery.ExecuteAsync("DROP TABLE photos");
        await gallery.ExecuteAsync("DROP TABLE albums");

        using var response = await gallery.Client.GetAsync("/api/albums");

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError);
        problem.GetRawText().Should().NotContain("Exception").And.NotContain("SELECT").And.NotContain("no such table");
    }

    [Fact]
    public async Task A_trace_that_the_client_began_is_the_one_that_is_told()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";

        using var response = await _client.SendAsync(
            HttpMethod.Get,
            "/nothing",
            null,
            ("traceparent", $"00-{Trace}-b7ad6b7169203331-01")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
        problem.GetProperty("traceId").GetString().Should().Be(Trace);
    }
}
