namespace TinyGallery.Api.Data.Migrations;

/// <summary>A migration as the database remembers it.</summary>
/// <param name="AppliedAt">Milliseconds since 1970, UTC.</param>
sealed record AppliedMigration(long Number, string Name, string Checksum, long AppliedAt);
