using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Hosts;

/// <summary>What tests say to the API, in few words. Answers are read as JSON, as any client would.</summary>
static class ApiClient
{
    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.JsonAsync();
    }

    /// <returns>The path of a new album.</returns>
    public static async Task<string> CreateAlbumAsync(this HttpClient client, string title = "Album")
    {
        using var response = await client.PostAsync("/api/albums", JsonContent.Create(new { title }));
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return response.Headers.Location!.ToString();
    }

    /// <returns>The path of a new photo.</returns>
    public static async Task<string> UploadAsync(this HttpClient client, string album, byte[]? image = null)
    {
        using var response = await client.PostAsync($"{album}/photos?title=Photo", Image(image ?? SampleImages.Png));
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return response.Headers.Location!.ToString();
    }

    public static ByteArrayContent Image(byte[] bytes, string type = "image/png")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    public static async Task<string> TagAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.Headers.ETag!.ToString();
    }

    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    /// <summary>Checks that the answer is a problem as every error must be one, and answers it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("traceId").GetString().Should().MatchRegex("^[0-9a-f]{32}$");
        return problem;
    }
}
