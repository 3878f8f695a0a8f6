using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Platforms.Local.Tests;

/// <summary>A real image is asked what it would migrate.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PendingMigrationsTests
{
    const string Listed = """
        {
          "database": "sqlite", "applied": 1, "last": "0001_begin", "more": true,
          "pending": [
            { "name": "0002_tags", "checksum": "aa", "phase": "expand", "contractAfter": null, "sql": "CREATE TABLE tags (id)" },
            { "name": "0003_less", "checksum": "bb", "phase": "contract", "contractAfter": "1.4.0", "sql": "DROP TABLE a" }
          ]
        }
        """;

    [Fact]
    public async Task An_image_tells_what_it_would_migrate_and_the_judge_what_that_risks()
    {
        await using var site = new LocalSite();
        string? asked = null;

        var planned = await AskAsync(
            site,
            site.Revision(pending: Listed),
            (database, pending) =>
            {
                asked = database;
                return [.. pending.Select(one => (IReadOnlyList<string>)[$"{one.Name}: {one.Sql}"])];
            }
        );

        asked.Should().Be("sqlite");
        planned
            .Should()
            .BeEquivalentTo(
                new PlannedMigrations(
                    1,
                    "0001_begin",
                    [
                        new PendingMigration("0002_tags", "expand", "aa", ["0002_tags: CREATE TABLE tags (id)"]),
                        new PendingMigration("0003_less", "contract", "bb", ["0003_less: DROP TABLE a"], "1.4.0"),
                    ]
                )
            );
        site.Directory.Exists.Should().BeFalse("asking changes nothing");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{ "database": "sqlite", "applied": 0, "pending": [{ "name": "0001_begin" }] }""")]
    public async Task An_image_that_does_not_tell_is_not_known(string? pending)
    {
        await using var site = new LocalSite();

        (await AskAsync(site, site.Revision(pending: pending))).Should().BeNull();
    }

    [Fact]
    public async Task An_image_that_cannot_be_had_is_not_known()
    {
        await using var site = new LocalSite();
        var missing = site.Revision() with { Digest = "sha256:" + new string('0', 64) };

        (await AskAsync(site, missing)).Should().BeNull();
    }

    [Fact]
    public async Task A_service_that_says_so_is_not_asked()
    {
        await using var site = new LocalSite(spec =>
            spec with
            {
                Service = spec.Service with { PendingMigrationsArguments = [] },
            }
        );

        (await AskAsync(site, site.Revision(pending: Listed))).Should().BeNull();
    }

    static async Task<PlannedMigrations?> AskAsync(LocalSite site, Revision revision, MigrationJudge? judge = null)
    {
        using var platform = site.Platform(judge);
        return await platform.PendingMigrationsAsync(revision, CancellationToken.None);
    }
}
