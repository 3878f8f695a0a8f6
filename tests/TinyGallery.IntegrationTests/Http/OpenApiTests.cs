using System.Text.Json;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Http;

[Collection(DatabaseCollection.Name)]
public sealed class OpenApiTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    [Fact]
    public async Task Every_operation_of_the_api_is_described()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");

        document.GetProperty("openapi").GetString().Should().StartWith("3.");
        Operations(document)
            .Select(operation => operation.Name)
            .Should()
            .BeEquivalentTo(
                "get /api/albums",
                "post /api/albums",
                "get /api/albums/{id}",
                "put /api/albums/{id}",
                "delete /api/albums/{id}",
                "get /api/albums/{albumId}/photos",
                "post /api/albums/{albumId}/photos",
                "get /api/photos/{id}",
                "put /api/photos/{id}",
                "delete /api/photos/{id}",
                "get /api/photos/{id}/content",
                "head /api/photos/{id}/content",
                "get /version",
                "get /metrics"
            );
    }

    [Fact]
    public async Task Exactly_the_operations_that_write_need_the_key()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");

        foreach (var (name, operation) in Operations(document))
        {
            var writes =
                !name.StartsWith("get", StringComparison.Ordinal) && !name.StartsWith("head", StringComparison.Ordinal);
            operation.TryGetProperty("security", out _).Should().Be(writes, name);
        }

        document
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("ApiKey")
            .GetProperty("name")
            .GetString()
            .Should()
            .Be("X-Api-Key");
    }

    [Fact]
    public async Task An_upload_takes_the_image_itself()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");

        Operations(document)
            .Single(operation => operation.Name == "post /api/albums/{albumId}/photos")
            .Operation.GetProperty("requestBody")
            .GetProperty("content")
            .EnumerateObject()
            .Select(type => type.Name)
            .Should()
            .BeEquivalentTo("image/jpeg", "image/png", "image/webp");
    }

    [Fact]
    public async Task The_program_prints_what_a_service_answers_and_needs_no_database()
    {
        const string Nowhere = "Data Source=/nowhere/gallery.db";

        var (code, output, error) = await RunningGallery.RunAsync(Nowhere, new Verb.OpenApi());

        (code, error).Should().Be((0, ""));
        output.Trim().Should().Be((await fixture.Client.GetStringAsync("/openapi/v1.json")).Trim());
    }

    static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", operation.Value);
}
