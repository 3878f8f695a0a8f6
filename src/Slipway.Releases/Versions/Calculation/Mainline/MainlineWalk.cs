namespace Slipway.Releases;

/// <summary>Walks back from the current commit to the last tag that counts, line by line of development.</summary>
/// <param name="target">The branch that the increment is inherited from.</param>
/// <param name="targetLabel">Tags of other labels do not end the walk.</param>
sealed class MainlineWalk(CalculationContext context, Branch target, string? targetLabel)
{
    readonly HashSet<int> _walked = [];
    readonly Dictionary<(string, string?), Dictionary<int, List<Branch>>> _branchPoints = [];

    RepositoryView View => context.View;

    /// <summary>Where a walk is: the branch that its commits are taken to belong to.</summary>
    sealed class Place
    {
        public required GitBranch Name { get; set; }
        public required BranchRules Rules { get; set; }
        public required Branch? Branch { get; set; }
        public required Branch? Left { get; set; }
        public required ILookup<int, VersionNumber> Tags { get; set; }
        public bool EndsWhenIncrementIsKnown { get; set; }
    }

    public MainlineIteration Walk()
    {
        var rules = View.RulesOf(View.Head);
        var iteration = new MainlineIteration(View.Head.Name, rules, null);
        var commits = View
            .Ancestry.Walk(View.Head.Tip)
            .SkipWhile(commit => View.Graph.Time(commit) > View.Graph.Time(View.Current))
            .Where(commit => !View.IsIgnored(commit));
        Walk(commits, iteration, TagsOf(View.Head, rules));
        return iteration;
    }

    /// <returns>Whether the tag that ends everything was found.</returns>
    bool Walk(IEnumerable<int> commits, MainlineIteration iteration, ILookup<int, VersionNumber> tags)
    {
        var place = new Place
        {
            Name = iteration.Branch,
            Rules = iteration.Rules,
            Branch = Find(iteration.Branch),
            Left = null,
            Tags = tags,
        };
        foreach (var commit in commits.Where(_walked.Add))
        {
            ChangeBranch(commit, iteration, place);
            var added = iteration.Add(commit, place.Name, place.Rules);
            if (Ends(added, place))
                return true;
            if (View.Graph.IsMerge(commit) && WalkMerged(added, iteration, place))
                return true;
        }
        return false;
    }

    /// <summary>From the commit where a branch began, its source's rules hold.</summary>
    void ChangeBranch(int commit, MainlineIteration iteration, Place place)
    {
        if (place.Branch is null || !PointsOf(place.Branch, place.Left).TryGetValue(commit, out var sources))
            return;
        var source = sources[0];
        var rules = View.RulesOf(source);
        if (place.Rules.IsMainBranch == true && rules.IsMainBranch != true)
            return;
        if (source != target && sources.Contains(target))
            iteration.Add(CommitGraph.None, target.Name, View.RulesOf(target));
        place.Left = place.Branch;
        place.Rules = rules;
        place.Name = source.Name;
        place.Branch = source;
        place.Tags = TagsOf(source, rules);
    }

    bool Ends(MainlineCommit added, Place place)
    {
        added.Versions.UnionWith(place.Tags[added.Commit]);
        var label =
            targetLabel
            ?? BranchLabel.Of(
                new EffectiveRules(context.Configuration, place.Rules),
                place.Name.Plain,
                context.Environment
            );
        place.EndsWhenIncrementIsKnown |= added.Versions.Any(version => version.Fits(label));
        return place.EndsWhenIncrementIsKnown && place.Rules.Increment != IncrementRule.Inherit;
    }

    bool WalkMerged(MainlineCommit merge, MainlineIteration iteration, Place place)
    {
        if (
            !(place.Rules.TrackMergeMessage ?? context.Configuration.Fallback.TrackMergeMessage ?? true)
            || !View.Messages.Merges.TryGetValue(merge.Commit, out var message)
            || message.MergedBranch.IsCalled(place.Name.Plain)
        )
            return false;

        var (branch, rules, isReverse) = (
            message.MergedBranch,
            context.Configuration.RulesOf(message.MergedBranch.Plain),
            false
        );
        if (rules.IsMainBranch == true)
        {
            if (place.Rules.IsMainBranch == true)
                throw new ReleaseException(
                    $"Commit {View.Graph.Id(merge.Commit)} merges one main branch into another ({message.Subject}): "
                        + "TrunkBased knows no version for that. Tag a commit after it, or choose another workflow."
                );
            // The main branch was merged into this one: what is this one's own is on the other side.
            (branch, rules, isReverse) = (iteration.Branch, place.Rules, true);
        }
        var child = new MainlineIteration(branch, rules, merge);
        var commits = MergedCommits(merge.Commit, isReverse);
        var ended = Walk(commits, child, place.Tags);
        merge.Merged = child;
        if (!ended)
            _walked.UnionWith(commits);
        return ended;
    }

    /// <summary>What a merge brought, the newest first.</summary>
    List<int> MergedCommits(int merge, bool isReverse)
    {
        var parents = View.Graph.Parents(merge);
        if (parents.Length > 2)
            throw new ReleaseException(
                $"Commit {View.Graph.Id(merge)} merges {parents.Length - 1} branches at once: TrunkBased counts merges of one. "
                    + "Tag a commit after it, or choose another workflow."
            );
        var (from, other) = isReverse ? (parents[0], parents[1]) : (parents[1], parents[0]);
        var branchPoint = View.Ancestry.MergeBase(other, from);
        if (branchPoint == CommitGraph.None)
            throw new ReleaseException(
                $"Commit {View.Graph.Id(merge)} merges histories that have nothing in common: TrunkBased cannot count that. "
                    + "Tag a commit after it, or choose another workflow."
            );
        return View.IsIgnored(branchPoint)
            ? []
            :
            [
                .. View
                    .Ancestry.WalkByRank(from)
                    .TakeWhile(commit => View.Graph.Rank(commit) < View.Graph.Rank(branchPoint))
                    .Where(commit => !View.IsIgnored(commit)),
            ];
    }

    Dictionary<int, List<Branch>> PointsOf(Branch branch, Branch? excluded)
    {
        var key = (branch.Name.Name, excluded?.Name.Name);
        if (_branchPoints.TryGetValue(key, out var known))
            return known;
        Dictionary<int, List<Branch>> points = [];
        foreach (var (commit, source) in context.Sources.BranchPoints(branch, excluded is null ? [] : [excluded]))
        {
            if (!points.TryGetValue(commit, out var sources))
                points[commit] = [source];
            else if (View.RulesOf(source).IsMainBranch == true)
                sources.Add(source);
        }
        foreach (var commit in points.Keys.ToList())
            points[commit] = [.. points[commit].OrderByDescending(source => View.RulesOf(source).IsMainBranch == true)];
        return _branchPoints[key] = points;
    }

    ILookup<int, VersionNumber> TagsOf(Branch branch, BranchRules rules)
    {
        var sources =
            TagSource.Branch
            | (rules.TrackMergeTarget == true ? TagSource.MergeTargets : TagSource.None)
            | (rules.TracksReleaseBranches == true ? TagSource.ReleaseBranches : TagSource.None)
            | (rules.IsMainBranch == true || rules.IsReleaseBranch == true ? TagSource.None : TagSource.MainBranches);
        return context.Tags.Of(branch, sources).ToLookup(found => found.Commit, found => found.Tag.Version);
    }

    Branch? Find(GitBranch name) =>
        View.Branches.FirstOrDefault(branch => branch.Name.IsSame(name))
        ?? (View.Head.Name.IsSame(name) ? View.Head : null);
}
