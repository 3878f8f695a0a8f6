using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Delivery.Databases;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Load;

namespace Slipway.Proofs.Sites;

/// <summary>A user of TinyGallery who counts albums, and the one who keeps its database.</summary>
static class GalleryUser
{
    public static DatabaseKeeper Keeper(this LocalSite site) => new(site.Spec, site.Directory, site.Platform());

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Backup> Backups(this LocalSite site) =>
        new BackupStore(site.Directory, new BackupPolicy(), TimeProvider.System).All();

    /// <returns>The album's path.</returns>
    public static async Task<string> CreateAlbumAsync(this LocalSite site, string title)
    {
        using var response = await SendAsync(site, "/api/albums", JsonContent.Create(new { title }));
        return response.Headers.Location!.ToString();
    }

    /// <param name="size">Bytes.</param>
    public static async Task AddPhotoAsync(this LocalSite site, string album, int size)
    {
        var content = new ByteArrayContent(Photos.Png(size, new Random(1)));
        content.Headers.ContentType = new("image/png");
        using var response = await SendAsync(site, $"{album}/photos", content);
    }

    /// <summary>The albums' titles, by name.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(this LocalSite site)
    {
        var page = await site.Http.GetFromJsonAsync<JsonElement>("/api/albums?limit=200");
        return
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(album => album.GetProperty("title").GetString()!)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Null: it answers.</summary>
    public static async Task<string?> FaultAsync(LocalSite site)
    {
        try
        {
            await TitlesAsync(site);
            return null;
        }
        catch (HttpRequestException failure)
        {
            return $"the albums are not there: {failure.Message}";
        }
    }

    static async Task<HttpResponseMessage> SendAsync(LocalSite site, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-Api-Key", Gallery.ApiKey);
        var response = await site.Http.SendAsync(request);
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return response;
    }
}
