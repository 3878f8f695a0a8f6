namespace Slipway.Releases;

/// <summary>
/// The shortest way to a decision: where the newest commit's own tag is the version, nothing of the history matters.
/// </summary>
static class TaggedHead
{
    /// <summary>Null: the history is needed.</summary>
    public static VersionDecision? Decide(
        VersionConfiguration configuration,
        GitReferences references,
        GitBranch head,
        Func<string, string?> environment
    )
    {
        var rules = new EffectiveRules(configuration, configuration.RulesOf(head.Plain));
        if (
            rules.Increment == IncrementRule.Inherit
            || !rules.PreventWhenTagged
            || rules.TrackMergeTarget
            || !configuration.Ignore.IsEmpty
        )
            return null;
        var text = new VersionText(configuration.TagPrefix, configuration.Format);
        var label = BranchLabel.Of(rules, head.Plain, environment);
        (string Name, VersionNumber Version)? best = null;
        foreach (var tag in references.Tags.Where(tag => string.Equals(tag.Commit, head.Tip, StringComparison.Ordinal)))
        {
            if (text.TryRead(tag.Name, out var version) && version.Fits(label) && version.CompareTo(best?.Version) > 0)
                best = (tag.Name, version);
        }
        return best is var (name, number) ? TaggedVersion.Of(name, number, head.Tip, rules, rules) : null;
    }
}
