namespace Slipway.Delivery.Databases;

/// <summary>
/// That an environment's database is backed up, and a migration rehearsed on the copy, before a deployment migrates it;
/// and how long backups are kept.
/// </summary>
/// <param name="Newest">So many are kept whatever their age; at least one.</param>
/// <param name="Days">Of each of so many days (UTC, today is the first) the newest is kept.</param>
public sealed record BackupPolicy(int Newest = 7, int Days = 30);
