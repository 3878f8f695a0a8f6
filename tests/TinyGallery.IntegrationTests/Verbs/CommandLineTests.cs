using System.Text.Json;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Verbs;

[Collection(DatabaseCollection.Name)]
public sealed class CommandLineTests(DatabaseServer server)
{
    [Fact]
    public async Task Migrate_tells_what_it_applied_and_then_that_nothing_is_left()
    {
        var connection = await server.CreateAsync();

        var first = await RunningGallery.RunAsync(connection, new Verb.Migrate());
        var second = await RunningGallery.RunAsync(connection, new Verb.Migrate());

        first.Output.Should().MatchRegex(@"\AApplied 0001_albums_and_photos\n(sqlite|postgres): 1 applied\n\z");
        second.Output.Should().MatchRegex(@"\A(sqlite|postgres): the schema is current\n\z");
        second.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task The_status_is_a_table_for_people()
    {
        var connection = await server.CreateAsync();
        var before = await RunningGallery.RunAsync(connection, new Verb.MigrateStatus(Json: false));
        await RunningGallery.RunAsync(connection, new Verb.Migrate());
        var after = await RunningGallery.RunAsync(connection, new Verb.MigrateStatus(Json: false));

        before.Output.Should().Be("pending  0001_albums_and_photos\n");
        after.Output.Should().MatchRegex(@"\Aapplied  0001_albums_and_photos  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n\z");
    }

    [Fact]
    public async Task The_status_shows_what_was_changed_and_what_is_newer()
    {
        var connection = await server.CreateAsync();
        await using var gallery = await RunningGallery.StartAsync(connection);
        await gallery.ExecuteAsync("UPDATE schema_migrations SET checksum = 'other'");
        await gallery.ExecuteAsync("INSERT INTO schema_migrations VALUES (2, '0002_of_tomorrow', 'x', 0)");

        var table = await RunningGallery.RunAsync(connection, new Verb.MigrateStatus(Json: false));
        var migrated = await RunningGallery.RunAsync(connection, new Verb.Migrate());

        table.Output.Should().Contain("CHANGED SINCE").And.Contain("newer    0002_of_tomorrow  1970-01-01T00:00:00Z");
        migrated.ExitCode.Should().Be(1);
        migrated.Error.Should().StartWith("error: Migration 0001_albums_and_photos was changed").And.EndWith("\n");
    }

    [Fact]
    public async Task The_status_is_json_for_programs()
    {
        var connection = await server.CreateAsync();
        await RunningGallery.RunAsync(connection, new Verb.Migrate());

        var (code, output, _) = await RunningGallery.RunAsync(connection, new Verb.MigrateStatus(Json: true));

        code.Should().Be(0);
        var status = JsonDocument.Parse(output).RootElement;
        status.GetProperty("database").GetString().Should().Be(DatabaseServer.IsPostgres ? "postgres" : "sqlite");
        status.GetProperty("applied")[0].GetProperty("name").GetString().Should().Be("0001_albums_and_photos");
        status.GetProperty("pending").GetArrayLength().Should().Be(0);
        status.GetProperty("newer").GetArrayLength().Should().Be(0);
        status.GetProperty("changed").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task What_is_pending_is_listed_with_its_text_and_nothing_is_applied()
    {
        var connection = await server.CreateAsync();

        var first = await ListAsync(connection);
        var second = await ListAsync(connection);
        await RunningGallery.RunAsync(connection, new Verb.Migrate());
        var after = await ListAsync(connection);

        first.GetProperty("database").GetString().Should().Be(DatabaseServer.IsPostgres ? "postgres" : "sqlite");
        first.GetProperty("applied").GetInt32().Should().Be(0);
        first.GetProperty("last").ValueKind.Should().Be(JsonValueKind.Null);
        var pending = first.GetProperty("pending")[0];
        pending.GetProperty("name").GetString().Should().Be("0001_albums_and_photos");
        pending.GetProperty("phase").GetString().Should().Be("expand");
        pending.GetProperty("contractAfter").ValueKind.Should().Be(JsonValueKind.Null);
        pending.GetProperty("checksum").GetString().Should().HaveLength(64);
        pending.GetProperty("sql").GetString().Should().Contain("CREATE TABLE albums");
        second.ToString().Should().Be(first.ToString());
        after.GetProperty("applied").GetInt32().Should().Be(1);
        after.GetProperty("last").GetString().Should().Be("0001_albums_and_photos");
        after.GetProperty("pending").GetArrayLength().Should().Be(0);
    }

    static async Task<JsonElement> ListAsync(string connection)
    {
        var (code, output, _) = await RunningGallery.RunAsync(connection, new Verb.MigrateList());
        code.Should().Be(0);
        return JsonDocument.Parse(output).RootElement;
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_is_one_line_and_exit_code_2()
    {
        var result = await GalleryProcess.RunAsync("nonsense", "migrate");

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("error: ConnectionStrings__Gallery").And.EndWith(".\n");
        result.Error.Count(character => character == '\n').Should().Be(1);
    }

    [Fact]
    public async Task A_service_with_a_configuration_that_cannot_be_used_does_not_start()
    {
        var result = await GalleryProcess.RunAsync(await server.CreateAsync(), "--urls", "https://127.0.0.1:1");

        result.ExitCode.Should().Be(2);
        result.All.Should().StartWith("error: \"https://127.0.0.1:1\" is not an address to listen on");
    }

    [Fact]
    public async Task A_verb_that_there_is_not_is_one_line_and_exit_code_2()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["destroy"], output, error);

        code.Should().Be(2);
        error.ToString().Should().StartWith("error: There is no verb \"destroy\"");
    }

    [Fact]
    public async Task Help_names_every_verb_and_setting()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["--help"], output, error);

        code.Should().Be(0);
        output
            .ToString()
            .Should()
            .ContainAll(
                "migrate",
                "backup",
                "restore",
                "health",
                "ConnectionStrings__Gallery",
                "Gallery__ApiKeySha256"
            );
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_one_line_and_exit_code_1()
    {
        var nobody = DatabaseServer.IsPostgres
            ? $"Host=127.0.0.1;Port={Slipway.Testing.FreePort.Next()};Username=nobody;Database=nothing"
            : "Data Source=/proc/nowhere/gallery.db";

        var (code, output, error) = await RunningGallery.RunAsync(nobody, new Verb.Migrate());

        code.Should().Be(1);
        output.Should().BeEmpty();
        error.Should().StartWith("error: ");
        error.Count(character => character == '\n').Should().Be(1);
    }
}
