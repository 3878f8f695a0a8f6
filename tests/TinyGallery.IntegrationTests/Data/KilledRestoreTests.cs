using Dapper;
using Npgsql;
using Slipway.Testing;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Data;

/// <summary>A restore replaces everything or nothing, also when it is killed while psql reads from it.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class KilledRestoreTests(DatabaseServer server)
{
    /// <summary>So much SQL that no pipe takes it whole: psql has to come back for more.</summary>
    const int LargePhoto = 2 * 1024 * 1024;

    /// <summary>Where psql's input ends, a byte is whole or half in one of the two: half a byte is an error of its own.</summary>
    [SkippableTheory]
    [InlineData("Even")]
    [InlineData("Odd")]
    public async Task A_restore_that_is_killed_in_the_middle_of_its_sql_changes_nothing(string title)
    {
        Skip.IfNot(DatabaseServer.IsPostgres, "SQLite is restored by one process in one transaction.");
        using var directory = new TempDirectory();
        var file = directory["gallery.backup"];
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());
        var album = await gallery.Client.CreateAlbumAsync(title);
        await gallery.Client.UploadAsync(album, SampleImages.PngOf(LargePhoto));
        (await RunningGallery.RunAsync(gallery.Connection, new Verb.Backup(file))).ExitCode.Should().Be(0);
        var later = await gallery.Client.CreateAlbumAsync("Made later");
        await using var watching = await OpenAsync(gallery.Connection);
        await using var reading = await OpenAsync(gallery.Connection);
        var holding = await reading.BeginTransactionAsync();
        await reading.ExecuteAsync("SELECT id FROM gallery.albums", transaction: holding);

        using (var restore = GalleryProcess.Start(gallery.Connection, "restore", file))
        {
            await Wait.UntilAsync(
                async () =>
                    await watching.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)"),
                "psql waits for the reader"
            );
            await restore.KillAsync();
        }

        await holding.RollbackAsync();
        await Wait.UntilAsync(
            async () =>
                await watching.ExecuteScalarAsync<bool>(
                    "SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = 'psql' AND datname = current_database())"
                ),
            "psql has ended"
        );
        (await gallery.Client.GetJsonAsync(later)).GetProperty("title").GetString().Should().Be("Made later");
    }

    static async Task<NpgsqlConnection> OpenAsync(string connection)
    {
        var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        return opened;
    }
}
