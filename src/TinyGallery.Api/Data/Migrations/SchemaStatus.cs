namespace TinyGallery.Api.Data.Migrations;

/// <summary>How the database's schema stands to the one that this build knows.</summary>
/// <param name="Applied">Both know it.</param>
/// <param name="Pending">This build has it, the database not yet.</param>
/// <param name="Unknown">The database has it from a newer build. Expected while two versions live side by side.</param>
/// <param name="Changed">Applied once with another text than this build has under that number.</param>
sealed record SchemaStatus(
    IReadOnlyList<AppliedMigration> Applied,
    IReadOnlyList<Migration> Pending,
    IReadOnlyList<AppliedMigration> Unknown,
    IReadOnlyList<Migration> Changed
)
{
    public static SchemaStatus Compare(IReadOnlyList<Migration> known, IReadOnlyList<AppliedMigration> applied)
    {
        var byNumber = known.ToDictionary(migration => (long)migration.Number);
        var recorded = applied.ToDictionary(migration => migration.Number);
        return new SchemaStatus(
            [.. applied.Where(a => byNumber.ContainsKey(a.Number))],
            [.. known.Where(k => !recorded.ContainsKey(k.Number))],
            [.. applied.Where(a => !byNumber.ContainsKey(a.Number))],
            [.. known.Where(k => IsChanged(k, recorded))]
        );
    }

    static bool IsChanged(Migration known, Dictionary<long, AppliedMigration> recorded) =>
        recorded.TryGetValue(known.Number, out var applied)
        && !string.Equals(applied.Checksum, known.Checksum, StringComparison.Ordinal);
}
