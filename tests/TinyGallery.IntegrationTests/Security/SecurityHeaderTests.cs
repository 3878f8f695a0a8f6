using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Security;

[Collection(DatabaseCollection.Name)]
public sealed class SecurityHeaderTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/albums")]
    [InlineData("/nothing")]
    [InlineData("/version")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_has_them(string path)
    {
        using var response = await fixture.Client.GetAsync(path);

        Header(response, "X-Content-Type-Options").Should().Be("nosniff");
        Header(response, "X-Frame-Options").Should().Be("DENY");
        Header(response, "Referrer-Policy").Should().Be("no-referrer");
        Header(response, "Content-Security-Policy").Should().Contain("default-src 'none'");
        response.Headers.Server.Should().BeEmpty();
    }

    static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
