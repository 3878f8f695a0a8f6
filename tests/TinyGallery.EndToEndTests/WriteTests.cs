using System.Net;
using TinyGallery.EndToEndTests.Targets;
using TinyGallery.Tests;

namespace TinyGallery.EndToEndTests;

/// <summary>Writes and takes away again; only where this run has the key.</summary>
[Collection(Target.Collection)]
public sealed class WriteTests(Target target) : IDisposable
{
    readonly HttpClient _client = target.NewClient();

    [SkippableFact]
    public async Task A_photo_is_uploaded_downloaded_and_taken_away()
    {
        Skip.If(target.ApiKey is null, "SLIPWAY_E2E_API_KEY is not given: this environment is only read.");
        string photo;
        await using (var album = await TemporaryAlbum.CreateAsync(_client))
        {
            photo = album.Photo!;
            (await _client.GetByteArrayAsync($"{photo}/content")).Should().Equal(SampleImages.Jpeg);
        }

        using var gone = await _client.GetAsync(photo);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _client.Dispose();
}
