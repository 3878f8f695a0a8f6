namespace Slipway.Releases;

/// <summary>Versions in the names of merged release branches, as the messages of merges tell them.</summary>
static class MergedBranches
{
    /// <summary>The newest five are enough: that is GitVersion's limit.</summary>
    const int Limit = 5;

    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch) =>
        branch.Rules.TrackMergeMessage ? Newest(context, branch).Take(Limit) : [];

    static IEnumerable<Candidate> Newest(CalculationContext context, BranchConfiguration branch)
    {
        var (view, graph) = (context.View, context.View.Graph);
        var reachable = view.Ancestry.Of(view.Head.Tip);
        var merges = view
            .Messages.Merges.Where(merge =>
                reachable.Contains(merge.Key) && graph.Time(merge.Key) <= graph.Time(view.Current)
            )
            .Where(merge => merge.Value.Version is not null && !view.IsIgnored(merge.Key))
            .OrderByDescending(merge => graph.Time(merge.Key))
            .ThenBy(merge => graph.Rank(merge.Key));
        foreach (var (commit, message) in merges)
        {
            if (!context.Configuration.IsReleaseBranch(message.MergedBranch.Plain))
                continue;
            var label = context.LabelBy(branch.Rules);
            var source = graph.IsMerge(commit)
                ? view.Ancestry.MergeBase(graph.Parents(commit)[0], graph.Parents(commit)[1])
                : commit;
            var part = branch.Rules.PreventOfMergedBranch
                ? VersionPart.None
                : context.MessageIncrements.Find(branch.Rules, source, label);
            yield return new Candidate(
                VersionStrategies.MergeMessage,
                $"merge message '{message.Subject}'",
                message.Version!,
                CommitGraph.None,
                new IncrementStep(part, label),
                branch
            );
        }
    }
}
