using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using TinyGallery.Tests;

namespace TinyGallery.EndToEndTests.Targets;

/// <summary>An album with one photo, which are taken away again afterwards.</summary>
sealed class TemporaryAlbum : IAsyncDisposable
{
    readonly HttpClient _client;

    TemporaryAlbum(HttpClient client, string title, string album)
    {
        _client = client;
        Title = title;
        Album = album;
    }

    public string Title { get; }

    /// <summary>Its path in the API.</summary>
    public string Album { get; }

    /// <summary>Its page's path.</summary>
    public string Page => Album["/api".Length..];

    /// <summary>The photo's path in the API.</summary>
    public string? Photo { get; private set; }

    public static async Task<TemporaryAlbum> CreateAsync(HttpClient client)
    {
        var title = $"End-to-end test {Guid.NewGuid()}";
        using var created = await client.PostAsync("/api/albums", JsonContent.Create(new { title }));
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var album = new TemporaryAlbum(client, title, created.Headers.Location!.ToString());
        try
        {
            using var image = new ByteArrayContent(SampleImages.Jpeg);
            image.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            using var uploaded = await client.PostAsync($"{album.Album}/photos?title=Gradient", image);
            uploaded.StatusCode.Should().Be(HttpStatusCode.Created);
            album.Photo = uploaded.Headers.Location!.ToString();
            return album;
        }
        catch
        {
            await album.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var path in (string?[])[Photo, Album])
        {
            if (path is null)
                continue;
            using var request = new HttpRequestMessage(HttpMethod.Delete, path);
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
            using var deleted = await _client.SendAsync(request);
            deleted.StatusCode.Should().Be(HttpStatusCode.NoContent, path);
        }
    }
}
