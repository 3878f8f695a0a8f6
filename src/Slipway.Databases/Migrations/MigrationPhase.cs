namespace Slipway.Databases.Migrations;

/// <summary>What a migration may do to a database that an older revision still uses.</summary>
public enum MigrationPhase
{
    /// <summary>It only adds: the live revision works with the schema before it and with the one after it.</summary>
    Expand,

    /// <summary>It takes away what no live revision uses any more.</summary>
    Contract,
}
