namespace Slipway.Releases;

/// <summary>Finds where a branch comes from, by names and by history.</summary>
sealed class SourceBranches(VersionConfiguration configuration, RepositoryView view)
{
    readonly record struct BranchPoint(int Commit, Branch Branch);

    /// <summary>The branches that this one may inherit from, the likeliest first.</summary>
    public IEnumerable<Branch> Of(Branch branch, IReadOnlyCollection<Branch> excluded)
    {
        var points = BranchPoints(branch, excluded)
            .Select(point => new BranchPoint(point.Commit, point.Branch))
            .ToList();
        var merged = points.Where(point => WasMergedInto(branch, point.Commit)).ToHashSet();
        RemoveInherited(points, merged);

        HashSet<Branch> returned = [];
        foreach (var group in points.GroupBy(point => point.Commit, point => point.Branch))
        {
            // A branch that ends where this one begins is where it comes from.
            var ends = group.Where(source => source.Tip == group.Key).ToList();
            foreach (var source in ends.Count > 0 ? ends : [.. group])
            {
                if (returned.Add(source))
                    yield return source;
            }
        }
    }

    /// <summary>The branches that the configuration allows as sources, with the commit where they part; the newest first.</summary>
    public IEnumerable<(int Commit, Branch Branch)> BranchPoints(Branch branch, IReadOnlyCollection<Branch> excluded)
    {
        var rules = view.RulesOf(branch);
        var regexes = configuration
            .Branches.Where(source => rules.SourceBranches.Contains(source.Key, StringComparer.Ordinal))
            .Select(source => source.Value)
            .ToList();
        return view
            .Branches.Where(source => source != branch && !excluded.Contains(source))
            .Where(source => regexes.Exists(regex => regex.Matches(source.Name.Plain)))
            .Select(source => (Commit: MergeBase(branch, source), Branch: source))
            .Where(point => point.Commit != CommitGraph.None)
            .OrderByDescending(point => view.Graph.Time(point.Commit))
            .Where(point => !branch.Name.IsCalled(point.Branch.Name.Plain))
            .ToList();
    }

    /// <summary>Where two branches part, not counting merges of the first into the second.</summary>
    public int MergeBase(Branch branch, Branch other)
    {
        var tip = other.Tip;
        if (view.Graph.Parents(tip).Contains(branch.Tip))
            tip = view.Graph.Parents(tip)[0];
        var found = view.Ancestry.MergeBase(branch.Tip, tip);
        while (found != CommitGraph.None && ChildBelow(tip, found) is >= 0 and var merge)
        {
            tip = view.Graph.Parents(merge)[0];
            var next = view.Ancestry.MergeBase(branch.Tip, tip);
            if (next == found)
                break;
            found = next;
        }
        return found;
    }

    /// <summary>The newest commit, from a tip down, that a commit is a parent of.</summary>
    int ChildBelow(int tip, int commit)
    {
        if (tip == commit)
            return CommitGraph.None;
        foreach (var child in view.Ancestry.Walk(tip))
        {
            if (view.Graph.Parents(child).Contains(commit))
                return child;
        }
        return CommitGraph.None;
    }

    bool WasMergedInto(Branch branch, int commit) =>
        view
            .Ancestry.Walk(branch.Tip)
            .TakeWhile(merge => view.Graph.Time(merge) > view.Graph.Time(commit))
            .Any(merge => view.Graph.IsMerge(merge) && view.Graph.Parents(merge).Contains(commit));

    /// <summary>A branch point that lies on a branch with a newer one was only inherited from there.</summary>
    void RemoveInherited(List<BranchPoint> points, HashSet<BranchPoint> merged)
    {
        foreach (var item in points.Skip(1).Reverse().Where(item => !merged.Contains(item)).ToList())
        {
            foreach (var point in points.TakeWhile(point => point.Commit != item.Commit).ToList())
            {
                if (view.Ancestry.IsAncestor(item.Commit, point.Branch.Tip))
                    points.Remove(item);
            }
        }
    }
}
