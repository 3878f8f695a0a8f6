namespace Slipway.Releases;

/// <summary>
/// Finds the increment that the messages since a base ask for. What a tagged commit has below it has been asked for
/// already: the commits that count are the same for every base, but for those that the base itself has below it.
/// </summary>
sealed class MessageIncrementFinder(RepositoryView view)
{
    readonly Dictionary<string, IReadOnlyList<int>> _asking = new(StringComparer.OrdinalIgnoreCase);
    IReadOnlyList<int>? _askingForAny;

    /// <param name="source">The base's commit; <see cref="CommitGraph.None"/> for none.</param>
    /// <param name="label">Tags of other labels do not count.</param>
    public VersionPart Find(EffectiveRules rules, int source, string? label)
    {
        var asked = Asked(rules, source, label);
        if (asked is not { } increment)
            return rules.Part;
        return !increment.Resets && increment.Part < rules.Part ? rules.Part : increment.Part;
    }

    MessageIncrement? Asked(EffectiveRules rules, int source, string? label)
    {
        if (rules.MessageIncrements == MessageIncrements.Disabled)
            return null;
        MessageIncrement? result = null;
        foreach (var commit in Asking(label))
        {
            if (rules.MessageIncrements == MessageIncrements.MergeMessageOnly && !view.Graph.IsMerge(commit))
                continue;
            if (source != CommitGraph.None && view.Ancestry.IsAncestor(commit, source))
                continue;
            var one = view.Messages.Increments[commit];
            result = new MessageIncrement(
                result is { } before && before.Part > one.Part ? before.Part : one.Part,
                one.Resets || result is { Resets: true }
            );
            if (one.Resets)
                break;
        }
        return result;
    }

    /// <summary>The commits that ask for something and are not below a tag, the newest first.</summary>
    IReadOnlyList<int> Asking(string? label)
    {
        if (view.Messages.Increments.Count == 0)
            return [];
        if (label is null)
            return _askingForAny ??= FindAsking(null);
        if (!_asking.TryGetValue(label, out var known))
            _asking[label] = known = FindAsking(label);
        return known;
    }

    List<int> FindAsking(string? label)
    {
        var reachable = view.Ancestry.Of(view.Current);
        var tagged = new CommitSet(view.Graph.Count);
        var open = new Stack<int>();
        foreach (var tag in view.Tags.Where(tag => tag.Version.Fits(label) && reachable.Contains(tag.Commit)))
            Pass(tag.Commit);
        while (open.TryPop(out var commit))
        {
            foreach (var parent in view.Graph.Parents(commit).ToArray())
                Pass(parent);
        }
        return
        [
            .. view
                .Messages.Increments.Keys.Where(commit =>
                    reachable.Contains(commit) && !tagged.Contains(commit) && !view.IsIgnored(commit)
                )
                .OrderBy(view.Graph.Rank),
        ];

        // An ignored commit is not there, and what is behind it is not found through it.
        void Pass(int commit)
        {
            if (!view.IsIgnored(commit) && tagged.Add(commit))
                open.Push(commit);
        }
    }
}
