using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Proofs.Load;

/// <summary>
/// Users of TinyGallery: 70 % read (the list, an album, a photo with its ETag), 30 % write (albums, photos), and all the
/// time somebody is in the middle of a long download. Every write that was acknowledged is remembered.
/// </summary>
/// <param name="longest">How long the long download takes; zero: there is none.</param>
sealed class GalleryTraffic(Uri address, string apiKey, int perSecond, TimeSpan longest) : ITraffic
{
    /// <summary>TinyGallery takes at most 10 MiB; less would fit into the buffers between it and a slow reader.</summary>
    const int LongPhoto = 9 * 1024 * 1024;
    const int SmallPhoto = 20 * 1024;

    readonly Clients _clients = new(address);
    readonly Random _random = new(1);
    readonly ConcurrentDictionary<string, string> _albums = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string> _photos = new(StringComparer.Ordinal);
    string _album = "";
    string _photo = "";
    string _long = "";

    public int Acknowledged => _albums.Count + _photos.Count;

    public async Task SeedAsync()
    {
        await CreateAlbumAsync(0, "Seed", CancellationToken.None);
        _album = _albums.Keys.Single();
        await UploadAsync(0, Photo(SmallPhoto), CancellationToken.None);
        _photo = _photos.Keys.Single();
        if (longest == TimeSpan.Zero)
            return;
        await UploadAsync(0, Photo(LongPhoto), CancellationToken.None);
        _long = _photos.Keys.Single(photo => photo != _photo);
    }

    public Request Next(long number)
    {
        // Twice in the time that one takes: one is always well under way.
        if (longest > TimeSpan.Zero && number % Math.Max(1, (long)(perSecond * longest.TotalSeconds / 2)) == 0)
            return new("long download", IsLong: true, DownloadSlowlyAsync);
        return _random.Next(100) switch
        {
            < 30 => new("list", false, cancellation => ListAsync(number, cancellation)),
            < 50 => new("album", false, cancellation => GetAlbumAsync(number, cancellation)),
            < 70 => new("photo", false, cancellation => DownloadAsync(number, _photo, cancellation)),
            < 85 => new("new album", false, cancellation => CreateAlbumAsync(number, $"{number}", cancellation)),
            _ => NewPhoto(number),
        };
    }

    public async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            _albums
                .Select(album => (album.Key, Check: (Func<Task>)(() => CheckAlbumAsync(album.Key, album.Value))))
                .Concat(_photos.Select(photo => (photo.Key, Check: (Func<Task>)(() => CheckPhotoAsync(photo.Key))))),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (write, _) =>
            {
                try
                {
                    await write.Check();
                }
                catch (Exception gone) when (gone is WrongAnswerException or HttpRequestException)
                {
                    lost.Enqueue($"{write.Key}: {gone.Message}");
                }
            }
        );
        return [.. lost];
    }

    public void Dispose() => _clients.Dispose();

    Request NewPhoto(long number)
    {
        var photo = Photo(SmallPhoto);
        return new("new photo", false, cancellation => UploadAsync(number, photo, cancellation));
    }

    async Task ListAsync(long number, CancellationToken cancellation)
    {
        var page = await GetJsonAsync(number, "/api/albums?limit=20", cancellation);
        Answers.Require(page.GetProperty("items").GetArrayLength() > 0, "the list of albums is empty");
    }

    async Task GetAlbumAsync(long number, CancellationToken cancellation)
    {
        var album = await GetJsonAsync(number, _album, cancellation);
        Answers.Require(album.GetProperty("title").GetString() == "Seed", "an album has another title");
    }

    /// <summary>Every fourth knows the photo's ETag and is to be told that nothing has changed.</summary>
    async Task DownloadAsync(long number, string photo, CancellationToken cancellation)
    {
        var request = Message(HttpMethod.Get, $"{photo}/content");
        var knows = number % 4 == 0;
        if (knows)
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{_photos[photo]}\""));
        var expected = knows ? HttpStatusCode.NotModified : HttpStatusCode.OK;
        var body = await _clients.For(number).BodyAsync(request, expected, cancellation);
        Answers.Require(knows || Sha256(body) == _photos[photo], "a photo has other bytes");
    }

    async Task DownloadSlowlyAsync(CancellationToken cancellation)
    {
        var body = await _clients.Slow.SlowlyAsync(new Uri(address, $"{_long}/content"), longest, cancellation);
        Answers.Require(Sha256(body) == _photos[_long], "a long download has other bytes");
    }

    async Task CreateAlbumAsync(long number, string title, CancellationToken cancellation)
    {
        var request = Message(HttpMethod.Post, "/api/albums");
        request.Content = JsonContent.Create(new { title });
        var body = await _clients.For(number).BodyAsync(request, HttpStatusCode.Created, cancellation);
        _albums[$"/api/albums/{Id(body)}"] = title;
    }

    async Task UploadAsync(long number, byte[] photo, CancellationToken cancellation)
    {
        var album = _album;
        var request = Message(HttpMethod.Post, $"{album}/photos?title=Photo");
        request.Content = new ByteArrayContent(photo);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        var body = await _clients.For(number).BodyAsync(request, HttpStatusCode.Created, cancellation);
        _photos[$"/api/photos/{Id(body)}"] = Sha256(photo);
    }

    async Task CheckAlbumAsync(string path, string title)
    {
        var album = await GetJsonAsync(0, path, CancellationToken.None);
        Answers.Require(album.GetProperty("title").GetString() == title, "another title");
    }

    Task CheckPhotoAsync(string path) => DownloadAsync(1, path, CancellationToken.None);

    async Task<JsonElement> GetJsonAsync(long number, string path, CancellationToken cancellation)
    {
        var request = Message(HttpMethod.Get, path);
        return Json(await _clients.For(number).BodyAsync(request, HttpStatusCode.OK, cancellation));
    }

    HttpRequestMessage Message(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path));
        if (method != HttpMethod.Get)
            request.Headers.Add("X-Api-Key", apiKey);
        return request;
    }

    static string Id(byte[] body) => Json(body).GetProperty("id").GetString()!;

    static JsonElement Json(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException damaged)
        {
            throw new WrongAnswerException($"the body is not JSON: {damaged.Message}");
        }
    }

    byte[] Photo(int size) => Photos.Png(size, _random);

    static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
