namespace Slipway.Releases;

/// <summary>What a version brought: the commits below its tag that no lower version has.</summary>
/// <param name="Version">Null: what is not released yet.</param>
/// <param name="Tag">Null: what is not released yet.</param>
/// <param name="Commits">The newest first.</param>
sealed record VersionSlice(SemanticVersion? Version, Tag? Tag, IReadOnlyList<ParsedCommit> Commits)
{
    /// <summary>UTC. A lightweight tag has the day of its commit.</summary>
    /// <param name="tagged">The commit that the tag leads to.</param>
    public static DateOnly DayOf(Tag tag, ParsedCommit tagged) =>
        DateOnly.FromDateTime((tag.TaggerTime ?? tagged.Commit.CommitTime).UtcDateTime);

    /// <summary>A history cut into releases, the highest version first, what is unreleased before it.</summary>
    /// <param name="commits">The newest first; tags on other commits, and tags that are no versions, are passed over.</param>
    public static IReadOnlyList<VersionSlice> Of(
        IReadOnlyList<ParsedCommit> commits,
        IReadOnlyDictionary<string, ParsedCommit> bySha,
        IReadOnlyList<Tag> tags
    )
    {
        var versions = tags.Where(tag => bySha.ContainsKey(tag.CommitId))
            .Select(tag => (Tag: tag, Version: VersionTags.VersionOf(tag.Name)))
            .Where(found => found.Version is not null)
            .OrderBy(found => found.Version)
            .DistinctBy(found => (found.Version! with { Build = null }).ToString(), StringComparer.Ordinal)
            .ToList();
        var releasedIn = new Dictionary<ParsedCommit, int>(commits.Count);
        foreach (var (index, (tag, _)) in versions.Index())
            Claim(bySha[tag.CommitId], index, releasedIn, bySha);

        var parts = versions.Select(_ => new List<ParsedCommit>()).Append([]).ToList();
        foreach (var commit in commits)
            parts[releasedIn.GetValueOrDefault(commit, versions.Count)].Add(commit);
        return
        [
            new VersionSlice(null, null, parts[^1]),
            .. versions.Select((found, index) => new VersionSlice(found.Version, found.Tag, parts[index])).Reverse(),
        ];
    }

    /// <summary>Each commit is claimed once, so that all releases together cost one walk over the history.</summary>
    static void Claim(
        ParsedCommit tagged,
        int release,
        Dictionary<ParsedCommit, int> releasedIn,
        IReadOnlyDictionary<string, ParsedCommit> bySha
    )
    {
        var open = new Stack<ParsedCommit>([tagged]);
        while (open.TryPop(out var commit))
        {
            if (!releasedIn.TryAdd(commit, release))
                continue;
            foreach (var parent in commit.Commit.Parents)
            {
                if (bySha.TryGetValue(parent, out var next))
                    open.Push(next);
            }
        }
    }
}
