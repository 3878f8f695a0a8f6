using TinyGallery.Api.Albums;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Data;

/// <summary>What another request changes between the check of the tag and the write, without leaving it to chance.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class StaleVersionTests(DatabaseServer server)
{
    [Fact]
    public async Task A_version_that_was_replaced_since_it_was_read_is_not_written_over()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.SharedAsync());
        await using var database = Database.Create(DatabaseSettings.Read(gallery.Connection, null));
        var albums = new AlbumStore(database, new Keys(), TimeProvider.System);
        var read = await albums.CreateAsync(new AlbumRequest("Read"), CancellationToken.None);
        var first = await albums.ReplaceAsync(read, new AlbumRequest("First"), CancellationToken.None);

        var second = await albums.ReplaceAsync(read, new AlbumRequest("Second"), CancellationToken.None);
        var deleted = await albums.DeleteAsync(read, CancellationToken.None);

        second.Should().BeNull();
        deleted.Should().Be(DeleteOutcome.Changed);
        (await albums.FindAsync(read.Id, CancellationToken.None))!.Title.Should().Be("First");
        first!.Version.Should().Be(2);
    }
}
