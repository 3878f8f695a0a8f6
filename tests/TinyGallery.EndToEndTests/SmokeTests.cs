using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TinyGallery.EndToEndTests.Targets;

namespace TinyGallery.EndToEndTests;

/// <summary>What holds of every healthy environment; only read.</summary>
[Collection(Target.Collection)]
public sealed class SmokeTests(Target target) : IDisposable
{
    readonly HttpClient _client = target.NewClient();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/albums")]
    public async Task It_answers(string path)
    {
        using var response = await _client.GetAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task The_version_that_was_deployed_is_live()
    {
        var version = await _client.GetFromJsonAsync<JsonElement>("/version");

        version.GetProperty("name").GetString().Should().Be("TinyGallery");
        if (target.ExpectedVersion is not null)
            version.GetProperty("version").GetString().Should().Be(target.ExpectedVersion);
    }

    [Fact]
    public async Task It_measures_itself()
    {
        (await _client.GetStringAsync("/metrics")).Should().Contain("\ntinygallery_build_info{version=");
    }

    [Fact]
    public async Task The_front_page_is_html()
    {
        using var response = await _client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'");
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem()
    {
        using var response = await _client.GetAsync("/api/nothing");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Nobody_writes_without_the_key()
    {
        using var client = new HttpClient { BaseAddress = target.Address };
        // Not a valid album, so that nothing is written even where the key is not asked for.
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/api/albums", nothing);

        response.StatusCode.Should().BeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
    }

    public void Dispose() => _client.Dispose();
}
