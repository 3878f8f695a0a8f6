namespace Slipway.Releases;

/// <summary>Whose tags count for a branch.</summary>
[Flags]
enum TagSource
{
    None = 0,
    Branch = 1,

    /// <summary>Tags of merges that the branch went into count where it went in.</summary>
    MergeTargets = 2,
    MainBranches = 4,
    ReleaseBranches = 8,
}

/// <summary>Finds the tags that count for a branch, each with the commit where it counts.</summary>
sealed class TagFinder(VersionConfiguration configuration, RepositoryView view)
{
    readonly Dictionary<(string, TagSource), IReadOnlyList<(int Commit, VersionTag Tag)>> _known = [];

    public static TagSource SourcesOf(EffectiveRules rules) =>
        TagSource.Branch
        | (rules.TrackMergeTarget ? TagSource.MergeTargets : TagSource.None)
        | (rules.TracksReleaseBranches ? TagSource.ReleaseBranches : TagSource.None)
        | (rules is { IsMainBranch: false, IsReleaseBranch: false } ? TagSource.MainBranches : TagSource.None);

    /// <summary>The newest commit's first; those of one commit together.</summary>
    public IReadOnlyList<(int Commit, VersionTag Tag)> Of(Branch branch, TagSource sources)
    {
        if (_known.TryGetValue((branch.Name.Name, sources), out var known))
            return known;
        List<(int Commit, VersionTag Tag)> found = [];
        if (sources.HasFlag(TagSource.Branch))
            found.AddRange(On(branch).Where(element => !IsNewer(element.Commit)));
        if (sources.HasFlag(TagSource.MergeTargets))
            found.AddRange(OfMergeTargets(branch).Where(element => !IsNewer(element.Commit)));
        if (sources.HasFlag(TagSource.MainBranches))
            found.AddRange(Others(branch, rules => rules.IsMainBranch == true).SelectMany(On));
        if (sources.HasFlag(TagSource.ReleaseBranches))
            found.AddRange(Others(branch, rules => rules.IsReleaseBranch == true).SelectMany(On));
        return _known[(branch.Name.Name, sources)] = [
            .. found
                .Distinct()
                .OrderByDescending(element => view.Graph.Time(element.Commit))
                .GroupBy(element => element.Commit)
                .SelectMany(group => group),
        ];
    }

    bool IsNewer(int commit) => view.Graph.Time(commit) > view.Graph.Time(view.Current);

    IEnumerable<(int Commit, VersionTag Tag)> On(Branch branch)
    {
        var ancestors = view.Ancestry.Of(branch.Tip);
        return view.Tags.Where(tag => ancestors.Contains(tag.Commit)).Select(tag => (tag.Commit, tag));
    }

    IEnumerable<(int Commit, VersionTag Tag)> OfMergeTargets(Branch branch)
    {
        var ancestors = view.Ancestry.Of(branch.Tip);
        foreach (var tag in view.Tags)
        {
            foreach (var parent in view.Graph.Parents(tag.Commit).ToArray())
            {
                if (ancestors.Contains(parent) && !view.IsIgnored(parent))
                    yield return (parent, tag);
            }
        }
    }

    IEnumerable<Branch> Others(Branch branch, Predicate<BranchRules> wanted) =>
        view.Branches.Where(other =>
            !other.Name.IsSame(branch.Name) && wanted(configuration.RulesOf(other.Name.Plain))
        );
}
