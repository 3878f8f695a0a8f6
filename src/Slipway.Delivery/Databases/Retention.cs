namespace Slipway.Delivery.Databases;

/// <summary>Which backups have had their time: a pure function.</summary>
public static class Retention
{
    /// <summary>
    /// All but the newest ones, the newest of each day, the newest that is good, and what an unfinished deployment has
    /// made.
    /// </summary>
    /// <param name="backups">When each was taken, and whether it is known to be good.</param>
    /// <param name="inFlightSince">When the unfinished deployment began; null: there is none.</param>
    public static IReadOnlyList<Backup> Expired(
        IReadOnlyList<Backup> backups,
        BackupPolicy policy,
        DateTimeOffset now,
        DateTimeOffset? inFlightSince = null
    )
    {
        var newestFirst = backups.OrderByDescending(backup => backup.Manifest.At).ToList();
        var kept = newestFirst.Take(Math.Max(1, policy.Newest)).ToHashSet();
        kept.UnionWith(newestFirst.Where(backup => backup.IsGood).Take(1));
        kept.UnionWith(newestFirst.Where(backup => backup.Manifest.At >= inFlightSince));
        kept.UnionWith(
            newestFirst
                .Where(backup => Day(now) - Day(backup.Manifest.At) < TimeSpan.FromDays(policy.Days))
                .DistinctBy(backup => Day(backup.Manifest.At))
        );
        return [.. newestFirst.Where(backup => !kept.Contains(backup))];
    }

    static DateTime Day(DateTimeOffset time) => time.UtcDateTime.Date;
}
