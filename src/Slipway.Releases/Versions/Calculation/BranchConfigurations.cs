namespace Slipway.Releases;

/// <summary>What holds for the branch that is built, and the branch that its increment was inherited from.</summary>
sealed record BranchConfiguration(EffectiveRules Rules, Branch Branch);

/// <summary>Follows 'Inherit' from a branch to where it comes from, until an increment is known.</summary>
sealed class BranchConfigurations(VersionConfiguration configuration, RepositoryView view, SourceBranches sources)
{
    /// <summary>One for each way of inheritance; none when a branch comes from nowhere and nothing else is configured.</summary>
    public IReadOnlyList<BranchConfiguration> Of(Branch branch) => [.. Follow(branch, null, [])];

    IEnumerable<BranchConfiguration> Follow(Branch branch, BranchRules? child, HashSet<Branch> seen)
    {
        if (!seen.Add(branch))
            yield break;
        var rules = view.RulesOf(branch);
        if (child is not null)
            rules = child.Inherit(rules);
        if (rules.Increment != IncrementRule.Inherit)
        {
            yield return new BranchConfiguration(new EffectiveRules(configuration, rules), branch);
            yield break;
        }

        var found = sources.Of(branch, seen).ToList();
        if (found.Count == 0 && configuration.Fallback.Increment != IncrementRule.Inherit)
            yield return new BranchConfiguration(new EffectiveRules(configuration, rules), branch);
        foreach (var source in found)
        {
            foreach (var one in Follow(source, rules, seen))
                yield return one;
        }
    }
}
