using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Pages;

[Collection(DatabaseCollection.Name)]
public sealed class PageTests(DatabaseServer server, GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    readonly HttpClient _client = fixture.Client;

    [Fact]
    public async Task The_front_page_shows_albums_with_cover_and_count()
    {
        var album = await _client.CreateAlbumAsync("Summer at sea");
        await _client.UploadAsync(album);
        var cover = await _client.UploadAsync(album);

        var page = await _client.GetStringAsync("/");

        page.Should().Contain("Summer at sea").And.Contain("2 photos").And.Contain($"{cover}/content");
        page.Should().Contain($"href=\"/albums/{album.Split('/')[^1]}\"");
    }

    [Fact]
    public async Task A_gallery_without_albums_says_so()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());

        (await gallery.Client.GetStringAsync("/")).Should().Contain("There are no albums yet.");
    }

    [Fact]
    public async Task An_album_page_shows_its_photos()
    {
        var album = await _client.CreateAlbumAsync("Winter");
        (await _client.GetStringAsync(PageOf(album))).Should().Contain("no photos in this album yet");
        var photo = await _client.UploadAsync(album);

        var page = await _client.GetStringAsync(PageOf(album));

        page.Should().Contain("<h1>Winter</h1>").And.Contain($"src=\"{photo}/content\" alt=\"Photo\" width=\"24\"");
    }

    [Fact]
    public async Task What_people_wrote_never_becomes_markup()
    {
        const string Attack = "<script>alert('x')</script>\"&";
        using var created = await _client.PostAsync(
            "/api/albums",
            JsonContent.Create(new { title = Attack, description = Attack })
        );
        var album = created.Headers.Location!.ToString();
        using var photo = await _client.PostAsync(
            $"{album}/photos?title={Uri.EscapeDataString(Attack)}&caption={Uri.EscapeDataString(Attack)}",
            ApiClient.Image(SampleImages.Png)
        );

        foreach (var path in (string[])["/", PageOf(album)])
        {
            var page = await _client.GetStringAsync(path);
            page.Should().NotContain("<script").And.Contain("&lt;script&gt;");
        }
    }

    [Fact]
    public async Task The_only_style_that_runs_is_the_pages_own()
    {
        using var response = await _client.GetAsync("/");

        var page = await response.Content.ReadAsStringAsync();
        var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain($"style-src 'sha256-{hash}'").And.NotContain("unsafe");
        page.Should().NotContain("style=\"");
    }

    [Fact]
    public async Task The_footer_says_which_build_answers_and_where()
    {
        await using var gallery = await RunningGallery.StartAsync(
            await server.SharedAsync(),
            settings: [("SLIPWAY_SLOT", "green"), ("SLIPWAY_ENVIRONMENT", "staging")]
        );

        var version = (await gallery.Client.GetJsonAsync("/version")).GetProperty("version").GetString();
        // A version's plus sign is encoded in HTML.
        var page = WebUtility.HtmlDecode(await gallery.Client.GetStringAsync("/"));
        page.Should().Contain($"TinyGallery {version}").And.Contain("slot green").And.Contain("staging");
    }

    [Fact]
    public async Task More_albums_than_fit_lead_to_a_next_page()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());
        for (var i = 0; i < 25; i++)
            await gallery.Client.CreateAlbumAsync($"Number {i}.");

        var first = await gallery.Client.GetStringAsync("/");
        var next = Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var second = await gallery.Client.GetStringAsync(next);

        first.Should().Contain("Number 24.").And.NotContain("Number 0.");
        second.Should().Contain("Number 0.").And.NotContain("rel=\"next\"");
    }

    [Fact]
    public async Task A_damaged_link_shows_the_first_page()
    {
        using var response = await _client.GetAsync("/?after=damaged");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_album_that_is_not_there_is_a_page_for_people()
    {
        using var response = await _client.GetAsync($"/albums/{Guid.CreateVersion7()}");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Contain("There is no such album.");
    }

    static string PageOf(string album) => $"/albums/{album.Split('/')[^1]}";
}
