namespace Slipway.Releases;

/// <summary>Puts entries in the order of a change log, what has to be done for an upgrade first.</summary>
static class DraftOrder
{
    static readonly string[] Categories =
    [
        ChangelogCategory.Upgrade,
        .. ChangelogCategory.Known.Where(name => name is not ChangelogCategory.Upgrade),
    ];

    /// <summary>A change that is there twice, as one that was picked from another branch, is one entry.</summary>
    public static List<DraftEntry> Of(IReadOnlyList<DraftEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => (entry.Category, entry.Scope, entry.Text, entry.PullRequest))
                .Select(Merged)
                .OrderBy(entry => Array.IndexOf(Categories, entry.Category))
                .ThenBy(entry => !entry.IsBreaking),
        ];

    static DraftEntry Merged(IEnumerable<DraftEntry> same)
    {
        DraftEntry[] all = [.. same];
        if (all is [var one])
            return one;
        return all[0] with
        {
            IsBreaking = all.Any(entry => entry.IsBreaking),
            Commits = [.. all.SelectMany(entry => entry.Commits).Distinct(StringComparer.Ordinal)],
            Authors = [.. all.SelectMany(entry => entry.Authors).Distinct(StringComparer.Ordinal)],
        };
    }
}
