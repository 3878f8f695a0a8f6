namespace TinyGallery.IntegrationTests.Hosts;

/// <summary>One service for the tests of a class.</summary>
public sealed class GalleryFixture(DatabaseServer server) : IAsyncLifetime
{
    RunningGallery? _gallery;

    public RunningGallery Gallery => _gallery ?? throw new InvalidOperationException("It has not started yet.");

    public HttpClient Client => Gallery.Client;

    public async Task InitializeAsync() => _gallery = await RunningGallery.StartAsync(await server.CreateAsync());

    public async Task DisposeAsync() => await Gallery.DisposeAsync();
}
