namespace Slipway.Releases;

/// <summary>
/// A commit and its revert cancel each other out, and both vanish; a revert of the revert brings the commit back. What
/// takes back something of an earlier release stays: it is a change of this one.
/// </summary>
static class Reverts
{
    /// <param name="commits">The newest first.</param>
    public static (IReadOnlyList<ParsedCommit> Kept, int Cancelled) Cancel(IReadOnlyList<ParsedCommit> commits)
    {
        var reverting = commits.Index().Where(at => at.Item.Message.Reverts is not null).ToList();
        if (reverting.Count == 0)
            return (commits, 0);

        var targets = new RevertTargets(commits);
        var found = reverting.ToDictionary(at => at.Item, at => targets.Of(at.Index, at.Item.Message.Reverts!));
        var gone = Decide(commits, found);
        return ([.. commits.Where(commit => !gone.Contains(commit))], gone.Count);
    }

    /// <summary>
    /// Whether a revert counts depends on whether it is reverted itself: it is decided on once all that revert it are.
    /// </summary>
    static HashSet<ParsedCommit> Decide(
        IReadOnlyList<ParsedCommit> commits,
        Dictionary<ParsedCommit, IReadOnlyList<ParsedCommit>> targets
    )
    {
        var open = targets.Values.SelectMany(found => found).CountBy(target => target).ToDictionary();
        var decidable = new Stack<ParsedCommit>(commits.Where(commit => !open.ContainsKey(commit)));
        var (gone, cancelled) = (new HashSet<ParsedCommit>(), new HashSet<ParsedCommit>());
        while (decidable.TryPop(out var commit))
        {
            foreach (var target in targets.GetValueOrDefault(commit) ?? [])
            {
                gone.Add(commit);
                if (!cancelled.Contains(commit))
                {
                    cancelled.Add(target);
                    gone.Add(target);
                }

                if (--open[target] == 0)
                    decidable.Push(target);
            }
        }

        return gone;
    }
}
