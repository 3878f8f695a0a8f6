using System.Net;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.Api.Data.Migrations;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Health;

[Collection(DatabaseCollection.Name)]
public sealed class HealthTests(DatabaseServer server)
{
    [Fact]
    public async Task A_migrated_service_is_alive_and_ready()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());

        (await gallery.Client.GetJsonAsync("/health/live")).GetProperty("status").GetString().Should().Be("healthy");
        (await gallery.Client.GetJsonAsync("/health/ready")).GetProperty("status").GetString().Should().Be("healthy");
    }

    [Fact]
    public async Task Without_its_migrations_it_is_alive_but_not_ready_and_names_them()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync(), migrate: false);

        using var ready = await gallery.Client.GetAsync("/health/ready");
        var problem = await ready.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("detail").GetString().Should().Contain("0001_albums_and_photos").And.Contain("migrate");
        await gallery.Client.GetJsonAsync("/health/live");
    }

    [Fact]
    public async Task Starting_never_migrates()
    {
        var connection = await server.CreateAsync();
        await using var gallery = await RunningGallery.StartAsync(connection, migrate: false);
        (await gallery.Client.GetAsync("/health/ready")).Dispose();
        (await gallery.Client.GetAsync("/")).Dispose();

        var status = await RunningGallery.RunAsync(connection, new Verb.MigrateStatus(Json: false));

        status.Output.Should().Be("pending  0001_albums_and_photos\n");
    }

    [Fact]
    public async Task It_becomes_ready_when_somebody_migrates()
    {
        var connection = await server.CreateAsync();
        await using var gallery = await RunningGallery.StartAsync(connection, migrate: false);

        (await RunningGallery.RunAsync(connection, new Verb.Migrate())).ExitCode.Should().Be(0);

        await gallery.Client.GetJsonAsync("/health/ready");
    }

    [Fact]
    public async Task A_newer_schema_is_ready_because_two_versions_live_side_by_side_during_a_swap()
    {
        var connection = await server.CreateAsync();
        await using var gallery = await RunningGallery.StartAsync(connection);
        await using var database = Database.Create(DatabaseSettings.Read(connection, null));
        Migration[] newer =
        [
            .. MigrationSet.Of(database.Name),
            Migration.Parse("0002_of_tomorrow", "CREATE TABLE tomorrow (id BIGINT)"),
        ];
        await new Migrator(database, newer, TimeProvider.System).MigrateAsync(_ => { }, CancellationToken.None);

        await gallery.Client.GetJsonAsync("/health/ready");
        await gallery.Client.CreateAlbumAsync();
    }

    [Fact]
    public async Task A_database_that_is_away_is_no_reason_to_restart_and_a_problem_for_each_request()
    {
        var nobody = DatabaseServer.IsPostgres
            ? $"Host=127.0.0.1;Port={Slipway.Testing.FreePort.Next()};Username=nobody;Database=nothing;Timeout=2"
            : "Data Source=/nowhere/at/all.db";
        await using var gallery = await RunningGallery.StartAsync(nobody, migrate: false);

        await gallery.Client.GetJsonAsync("/health/live");
        await (await gallery.Client.GetAsync("/health/ready")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        using var albums = await gallery.Client.GetAsync("/api/albums");
        await albums.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        albums.Headers.RetryAfter.Should().NotBeNull();
    }

    [Fact]
    public async Task The_version_says_which_build_runs_where()
    {
        await using var gallery = await RunningGallery.StartAsync(
            await server.SharedAsync(),
            settings: [("SLIPWAY_SLOT", "blue"), ("SLIPWAY_ENVIRONMENT", "staging")]
        );

        var version = await gallery.Client.GetJsonAsync("/version");

        version
            .EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal("name", "version", "commit", "buildTime", "environment", "slot");
        version.GetProperty("name").GetString().Should().Be("TinyGallery");
        version.GetProperty("version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+");
        version.GetProperty("environment").GetString().Should().Be("staging");
        version.GetProperty("slot").GetString().Should().Be("blue");
    }
}
