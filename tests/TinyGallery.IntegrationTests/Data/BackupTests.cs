using Slipway.Testing;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Data;

[Collection(DatabaseCollection.Name)]
public sealed class BackupTests(DatabaseServer server) : IAsyncLifetime
{
    readonly TempDirectory _directory = new();
    RunningGallery? _gallery;

    RunningGallery Gallery => _gallery!;

    string File => _directory["backups/gallery.backup"];

    public async Task InitializeAsync() => _gallery = await RunningGallery.StartAsync(await server.CreateAsync());

    public async Task DisposeAsync()
    {
        await Gallery.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_restore_brings_back_what_was_there_while_the_service_runs()
    {
        var album = await Gallery.Client.CreateAlbumAsync("Kept");
        var photo = await Gallery.Client.UploadAsync(album, SampleImages.Jpeg);
        await SucceedAsync(new Verb.Backup(File));
        (await Gallery.Client.SendAsync(HttpMethod.Delete, photo, null, ("If-Match", "*"))).Dispose();
        var later = await Gallery.Client.CreateAlbumAsync("Made later");

        await SucceedAsync(new Verb.Restore(File));

        (await Gallery.Client.GetJsonAsync(album)).GetProperty("title").GetString().Should().Be("Kept");
        (await Gallery.Client.GetByteArrayAsync($"{photo}/content")).Should().Equal(SampleImages.Jpeg);
        (await Gallery.Client.GetAsync(later)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
        await Gallery.Client.CreateAlbumAsync("Goes on");
        await Gallery.Client.GetJsonAsync("/health/ready");
    }

    [Fact]
    public async Task A_restore_takes_away_tables_that_are_newer_than_the_backup()
    {
        await SucceedAsync(new Verb.Backup(File));
        await Gallery.ExecuteAsync("CREATE TABLE newer (id BIGINT)");

        await SucceedAsync(new Verb.Restore(File));

        // It can be created again: a migration that was undone can be applied once more.
        await Gallery.ExecuteAsync("CREATE TABLE newer (id BIGINT)");
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_database()
    {
        var album = await Gallery.Client.CreateAlbumAsync("Moved");
        await SucceedAsync(new Verb.Backup(File));
        var elsewhere = await server.CreateAsync();

        (await RunningGallery.RunAsync(elsewhere, new Verb.Restore(File))).Error.Should().BeEmpty();

        await using var other = await RunningGallery.StartAsync(elsewhere, migrate: false);
        await other.Client.GetJsonAsync("/health/ready");
        (await other.Client.GetJsonAsync(album)).GetProperty("title").GetString().Should().Be("Moved");
    }

    [Fact]
    public async Task A_backup_is_one_file_and_nothing_beside_it()
    {
        await SucceedAsync(new Verb.Backup(File));

        Directory.GetFiles(Path.GetDirectoryName(File)!).Should().Equal(File);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2000)]
    public async Task A_torn_backup_is_refused_and_changes_nothing(int length)
    {
        var album = await Gallery.Client.CreateAlbumAsync("Still here");
        await SucceedAsync(new Verb.Backup(File));
        await using (var torn = System.IO.File.OpenWrite(File))
            torn.SetLength(length);

        var (code, _, error) = await RunningGallery.RunAsync(Gallery.Connection, new Verb.Restore(File));

        code.Should().Be(1);
        error.Should().StartWith("error: ");
        await Gallery.Client.GetJsonAsync(album);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_clear_line()
    {
        var (code, _, error) = await RunningGallery.RunAsync(Gallery.Connection, new Verb.Restore("/nowhere/backup"));

        code.Should().Be(1);
        error.Should().Be("error: There is no file /nowhere/backup to restore from.\n");
    }

    [SkippableFact]
    public async Task A_database_of_something_else_is_no_backup()
    {
        Skip.If(DatabaseServer.IsPostgres, "A dump names its schema: only SQLite's backup could be of anything.");
        var other = _directory["other.db"];
        await SucceedAsync(new Verb.Backup(other));
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={other};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE schema_migrations";
            await command.ExecuteNonQueryAsync();
        }

        var (code, _, error) = await RunningGallery.RunAsync(Gallery.Connection, new Verb.Restore(other));

        code.Should().Be(1);
        error.Should().Contain("no backup of TinyGallery");
    }

    [Fact]
    public async Task A_backup_of_what_does_not_answer_fails_and_leaves_no_file()
    {
        var nobody = DatabaseServer.IsPostgres
            ? $"Host=127.0.0.1;Port={FreePort.Next()};Username=nobody;Database=nothing"
            : $"Data Source={_directory["nothing.db"]}";

        var (code, _, error) = await RunningGallery.RunAsync(nobody, new Verb.Backup(File));

        code.Should().Be(1);
        error.Should().StartWith("error: ");
        Directory.GetFiles(Path.GetDirectoryName(File)!).Should().BeEmpty();
    }

    async Task SucceedAsync(Verb verb)
    {
        var (code, _, error) = await RunningGallery.RunAsync(Gallery.Connection, verb);
        error.Should().BeEmpty();
        code.Should().Be(0);
    }
}
