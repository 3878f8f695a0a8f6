using System.Net;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Security;

[Collection(DatabaseCollection.Name)]
public sealed class ApiKeyTests(DatabaseServer server, GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    public static TheoryData<string, string> Writes
    {
        get
        {
            var id = Guid.CreateVersion7();
            return new TheoryData<string, string>
            {
                { "POST", "/api/albums" },
                { "PUT", $"/api/albums/{id}" },
                { "DELETE", $"/api/albums/{id}" },
                { "POST", $"/api/albums/{id}/photos" },
                { "PUT", $"/api/photos/{id}" },
                { "DELETE", $"/api/photos/{id}" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Without_the_key_nothing_is_written(string method, string path)
    {
        using var client = fixture.Gallery.NewClient();

        using var without = await SendAsync(client, method, path);
        using var wrong = await SendAsync(client, method, path, ("X-Api-Key", "wrong"));

        await without.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await wrong.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        wrong.Headers.WwwAuthenticate.Single().Scheme.Should().Be("ApiKey");
    }

    [Fact]
    public async Task Without_the_key_everything_can_be_read()
    {
        var path = await fixture.Client.UploadAsync(await fixture.Client.CreateAlbumAsync());
        using var client = fixture.Gallery.NewClient();

        (await client.GetByteArrayAsync($"{path}/content")).Should().Equal(SampleImages.Png);
        await client.GetJsonAsync("/api/albums");
    }

    [Fact]
    public async Task Where_no_key_is_configured_writes_are_off_and_say_so()
    {
        await using var gallery = await RunningGallery.StartAsync(
            await server.SharedAsync(),
            settings: ("Gallery:ApiKeySha256", null)
        );

        foreach (var write in Writes)
        {
            using var response = await SendAsync(gallery.Client, (string)write[0], (string)write[1]);
            var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden);
            var detail = problem.GetProperty("detail").GetString();
            detail.Should().Contain("Writes are off").And.Contain("Gallery__ApiKeySha256");
        }
    }

    static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string method,
        string path,
        params (string Name, string Value)[] headers
    ) => client.SendAsync(new HttpMethod(method), path, ApiClient.Json("{\"title\":\"x\"}"), headers);
}
