using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Photos;

[Collection(DatabaseCollection.Name)]
public sealed class PhotoTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    readonly HttpClient _client = fixture.Client;

    [Theory]
    [InlineData("gradient.jpg", "image/jpeg")]
    [InlineData("gradient.png", "image/png")]
    [InlineData("lossy.webp", "image/webp")]
    public async Task An_uploaded_photo_is_known_by_its_content(string sample, string type)
    {
        var bytes = SampleImages.Read(sample);
        var album = await _client.CreateAlbumAsync();

        // The header is wrong on purpose: it is the bytes that count.
        using var created = await _client.PostAsync(
            $"{album}/photos?title=At%20sea&caption=Waves",
            ApiClient.Image(bytes, "application/octet-stream")
        );

        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var photo = await _client.GetJsonAsync(created.Headers.Location!.ToString());
        photo.GetProperty("title").GetString().Should().Be("At sea");
        photo.GetProperty("caption").GetString().Should().Be("Waves");
        photo.GetProperty("contentType").GetString().Should().Be(type);
        photo.GetProperty("width").GetInt32().Should().Be(SampleImages.Width);
        photo.GetProperty("height").GetInt32().Should().Be(SampleImages.Height);
        photo.GetProperty("size").GetInt32().Should().Be(bytes.Length);
        photo.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        photo.GetProperty("albumId").GetString().Should().Be(album.Split('/')[^1]);
    }

    [Fact]
    public async Task A_photo_of_the_largest_size_comes_back_as_it_was()
    {
        const int Largest = 10 * 1024 * 1024;
        var bytes = SampleImages.PngOf(Largest);
        RandomNumberGenerator.Fill(bytes.AsSpan(SampleImages.Png.Length));
        var path = await _client.UploadAsync(await _client.CreateAlbumAsync(), bytes);

        var back = await _client.GetByteArrayAsync($"{path}/content");

        back.AsSpan().SequenceEqual(bytes).Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_photo_that_is_too_large_is_refused_whether_or_not_its_length_is_told(bool told)
    {
        var album = await _client.CreateAlbumAsync();
        var content = ApiClient.Image(SampleImages.PngOf((10 * 1024 * 1024) + 1));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{album}/photos") { Content = content };
        request.Headers.TransferEncodingChunked = !told;
        // So that the body is not on its way when the answer is.
        request.Headers.ExpectContinue = told;

        using var response = await _client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("not an image")]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public async Task What_is_no_image_is_refused(string body)
    {
        var album = await _client.CreateAlbumAsync();

        using var response = await _client.PostAsync(
            $"{album}/photos",
            ApiClient.Image(System.Text.Encoding.UTF8.GetBytes(body))
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
        var photos = await _client.GetJsonAsync($"{album}/photos");
        photos.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_torn_image_is_refused()
    {
        var album = await _client.CreateAlbumAsync();

        using var response = await _client.PostAsync($"{album}/photos", ApiClient.Image(SampleImages.Jpeg[..^2]));

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Without_its_album_there_is_no_photo()
    {
        var path = $"/api/albums/{Guid.CreateVersion7()}/photos";

        await (await _client.PostAsync(path, ApiClient.Image(SampleImages.Png))).ShouldBeProblemAsync(
            HttpStatusCode.NotFound
        );
        await (await _client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_title_that_breaks_its_rule_is_refused_before_the_body_is_read()
    {
        var album = await _client.CreateAlbumAsync();

        using var response = await _client.PostAsync($"{album}/photos?title=%00", ApiClient.Image(SampleImages.Png));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pages_show_an_albums_photos_newest_first_and_no_others()
    {
        await _client.UploadAsync(await _client.CreateAlbumAsync());
        var album = await _client.CreateAlbumAsync();
        var created = new List<string>();
        for (var i = 0; i < 3; i++)
            created.Add((await _client.UploadAsync(album)).Split('/')[^1]);

        var first = await _client.GetJsonAsync($"{album}/photos?limit=2");
        var second = await _client.GetJsonAsync(
            $"{album}/photos?limit=2&after={first.GetProperty("next").GetString()}"
        );

        first
            .GetProperty("items")
            .EnumerateArray()
            .Concat(second.GetProperty("items").EnumerateArray())
            .Select(photo => photo.GetProperty("id").GetString())
            .Should()
            .Equal(Enumerable.Reverse(created));
        second.GetProperty("next").GetString().Should().BeNull();
        await (await _client.GetAsync($"{album}/photos?limit=0")).ShouldBeProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_replaced_photo_has_its_new_text_and_the_same_image()
    {
        var path = await _client.UploadAsync(await _client.CreateAlbumAsync());
        var tag = await _client.TagAsync(path);
        var content = JsonContent.Create(new { title = "New", caption = "Later" });

        using var replaced = await _client.SendAsync(HttpMethod.Put, path, content, ("If-Match", tag));
        using var again = await _client.SendAsync(
            HttpMethod.Put,
            path,
            ApiClient.Json("{\"title\":\"x\"}"),
            ("If-Match", tag)
        );

        replaced.StatusCode.Should().Be(HttpStatusCode.OK);
        await again.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        var photo = await _client.GetJsonAsync(path);
        photo.GetProperty("title").GetString().Should().Be("New");
        photo.GetProperty("caption").GetString().Should().Be("Later");
        (await _client.GetByteArrayAsync($"{path}/content")).Should().Equal(SampleImages.Png);
    }

    [Fact]
    public async Task A_change_of_a_photo_needs_its_tag_and_its_rules()
    {
        var path = await _client.UploadAsync(await _client.CreateAlbumAsync());

        await (await _client.PutAsync(path, ApiClient.Json("{\"title\":\"x\"}"))).ShouldBeProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
        await (await _client.DeleteAsync(path)).ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired);
        await (await _client.PutAsync(path, ApiClient.Json("{\"title\":\"\"}"))).ShouldBeProblemAsync(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task A_deleted_photo_is_gone_with_its_image()
    {
        var path = await _client.UploadAsync(await _client.CreateAlbumAsync());
        var tag = await _client.TagAsync(path);

        using var deleted = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", tag));

        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await (await _client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await _client.GetAsync($"{path}/content")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await _client.PutAsync(path, ApiClient.Json("{\"title\":\"x\"}"))).ShouldBeProblemAsync(
            HttpStatusCode.NotFound
        );
        await (await _client.DeleteAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_uploads_at_once_are_all_kept()
    {
        var album = await _client.CreateAlbumAsync();

        var paths = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => _client.UploadAsync(album)));

        var photos = await _client.GetJsonAsync($"{album}/photos");
        photos
            .GetProperty("items")
            .EnumerateArray()
            .Select(photo => $"/api/photos/{photo.GetProperty("id").GetString()}")
            .Should()
            .BeEquivalentTo(paths);
    }
}
