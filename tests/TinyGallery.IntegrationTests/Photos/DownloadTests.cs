using System.Net;
using System.Security.Cryptography;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Photos;

[Collection(DatabaseCollection.Name)]
public sealed class DownloadTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>, IAsyncLifetime
{
    /// <summary>Several pieces, the last of them short.</summary>
    const int Size = 200_000;

    readonly HttpClient _client = fixture.Client;
    readonly byte[] _image = SampleImages.PngOf(Size);
    string _content = "";

    public async Task InitializeAsync()
    {
        RandomNumberGenerator.Fill(_image.AsSpan(SampleImages.Png.Length));
        var photo = await _client.UploadAsync(await _client.CreateAlbumAsync(), _image);
        _content = $"{photo}/content";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_image_comes_with_what_a_client_needs_to_keep_it()
    {
        using var response = await _client.GetAsync(_content);

        response.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        response.Content.Headers.ContentLength.Should().Be(Size);
        response.Headers.ETag!.Tag.Should().Be($"\"{Convert.ToHexStringLower(SHA256.HashData(_image))}\"");
        response.Headers.AcceptRanges.Should().Equal("bytes");
        response.Headers.CacheControl!.MaxAge.Should().Be(TimeSpan.FromHours(1));
        response.Content.Headers.LastModified.Should().NotBeNull();
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=100-199", 100, 100)]
    [InlineData("bytes=65530-65545", 65530, 16)]
    [InlineData("bytes=131072-", 131072, Size - 131072)]
    [InlineData("bytes=-5", Size - 5, 5)]
    [InlineData("bytes=199999-999999", 199999, 1)]
    public async Task A_range_is_that_part_of_the_image(string range, int start, int length)
    {
        using var response = await _client.SendAsync(HttpMethod.Get, _content, null, ("Range", range));

        response.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange!.ToString().Should().Be($"bytes {start}-{start + length - 1}/{Size}");
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(_image.AsSpan(start, length).ToArray());
    }

    [Fact]
    public async Task A_range_outside_the_image_is_a_problem_that_tells_its_size()
    {
        using var response = await _client.SendAsync(HttpMethod.Get, _content, null, ("Range", $"bytes={Size}-"));

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange!.ToString().Should().Be($"bytes */{Size}");
    }

    [Theory]
    [InlineData("bytes=nonsense")]
    [InlineData("lines=1-2")]
    public async Task A_range_that_is_not_understood_is_the_whole(string range)
    {
        using var response = await _client.SendAsync(HttpMethod.Get, _content, null, ("Range", range));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().Be(Size);
    }

    [Fact]
    public async Task A_range_of_another_image_is_the_whole()
    {
        using var response = await _client.SendAsync(
            HttpMethod.Get,
            _content,
            null,
            ("Range", "bytes=0-9"),
            ("If-Range", "\"another\"")
        );

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_image_that_the_client_has_is_not_sent_again()
    {
        var tag = await _client.TagAsync(_content);

        using var response = await _client.SendAsync(HttpMethod.Get, _content, null, ("If-None-Match", tag));

        response.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_condition_on_another_image_is_a_problem()
    {
        using var response = await _client.SendAsync(HttpMethod.Get, _content, null, ("If-Match", "\"another\""));

        await response.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Its_head_alone_can_be_asked_for()
    {
        using var response = await _client.SendAsync(HttpMethod.Head, _content);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().Be(Size);
    }
}
