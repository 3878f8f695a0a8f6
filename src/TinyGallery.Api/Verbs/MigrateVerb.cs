using System.Globalization;
using System.Text.Json;
using TinyGallery.Api.Data;
using TinyGallery.Api.Data.Migrations;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Verbs;

static class MigrateVerb
{
    public static async Task RunAsync(
        Database database,
        LockPatience patience,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var migrator = new Migrator(database, TimeProvider.System, patience);
        var count = await migrator.MigrateAsync(m => output.WriteLine($"Applied {m.Name}"), cancellation);
        await output.WriteLineAsync(
            count == 0 ? $"{database.Name}: the schema is current" : $"{database.Name}: {count} applied"
        );
    }

    public static async Task StatusAsync(
        Database database,
        bool json,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var status = await new Migrator(database, TimeProvider.System).StatusAsync(cancellation);
        await (json ? WriteJsonAsync(database, status, output) : WriteTableAsync(status, output));
    }

    public static async Task ListAsync(Database database, TextWriter output, CancellationToken cancellation)
    {
        var status = await new Migrator(database, TimeProvider.System).StatusAsync(cancellation);
        var applied = status.Applied.Concat(status.Unknown).OrderBy(migration => migration.Number).ToList();
        var document = new PendingMigrationsDocument(
            database.Name,
            applied.Count,
            applied is [.., var last] ? last.Name : null,
            [
                .. status.Pending.Select(migration => new PendingMigrationDocument(
                    migration.Name,
                    migration.Checksum,
                    migration.Declared("phase"),
                    migration.Declared("contract-after"),
                    migration.Sql
                )),
            ]
        );
        await output.WriteLineAsync(JsonSerializer.Serialize(document, GalleryJson.Default.PendingMigrationsDocument));
    }

    static Task WriteJsonAsync(Database database, SchemaStatus status, TextWriter output)
    {
        var document = new MigrationStatusDocument(
            database.Name,
            [.. status.Applied.Select(Describe)],
            [.. status.Pending.Select(migration => migration.Name)],
            [.. status.Unknown.Select(Describe)],
            [.. status.Changed.Select(migration => migration.Name)]
        );
        return output.WriteLineAsync(JsonSerializer.Serialize(document, GalleryJson.Default.MigrationStatusDocument));
    }

    static async Task WriteTableAsync(SchemaStatus status, TextWriter output)
    {
        var changedNames = status.Changed.Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var migration in status.Applied.Select(Describe))
        {
            var changed = changedNames.Contains(migration.Name) ? "  CHANGED SINCE" : "";
            await output.WriteLineAsync($"applied  {migration.Name}  {Iso(migration.AppliedAt)}{changed}");
        }

        foreach (var migration in status.Unknown.Select(Describe))
            await output.WriteLineAsync($"newer    {migration.Name}  {Iso(migration.AppliedAt)}");
        foreach (var migration in status.Pending)
            await output.WriteLineAsync($"pending  {migration.Name}");
    }

    static AppliedMigrationDocument Describe(AppliedMigration migration) =>
        new(migration.Name, migration.Checksum, DateTimeOffset.FromUnixTimeMilliseconds(migration.AppliedAt));

    static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>What <c>migrate --status --json</c> prints.</summary>
/// <param name="Pending">In this build, not yet applied.</param>
/// <param name="Newer">Applied by a newer build.</param>
/// <param name="Changed">Applied with another text than this build has: <c>migrate</c> refuses to go on.</param>
sealed record MigrationStatusDocument(
    string Database,
    IReadOnlyList<AppliedMigrationDocument> Applied,
    IReadOnlyList<string> Pending,
    IReadOnlyList<AppliedMigrationDocument> Newer,
    IReadOnlyList<string> Changed
);

sealed record AppliedMigrationDocument(string Name, string Checksum, DateTimeOffset AppliedAt);

/// <summary>What <c>migrate --list</c> prints.</summary>
/// <param name="Applied">How many are applied, those of a newer build included.</param>
/// <param name="Last">The name of the last of them; null: none is.</param>
/// <param name="Pending">What <c>migrate</c> would apply, in order.</param>
sealed record PendingMigrationsDocument(
    string Database,
    int Applied,
    string? Last,
    IReadOnlyList<PendingMigrationDocument> Pending
);

/// <param name="Phase"><c>expand</c> or <c>contract</c>; null: it does not say.</param>
/// <param name="ContractAfter">The release that a contract migration waits for.</param>
sealed record PendingMigrationDocument(string Name, string Checksum, string? Phase, string? ContractAfter, string Sql);
