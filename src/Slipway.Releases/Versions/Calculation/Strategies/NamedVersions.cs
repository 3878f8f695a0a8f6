namespace Slipway.Releases;

/// <summary>Versions in the names of branches: that of a release branch itself, and those a tracking branch looks at.</summary>
static class NamedVersions
{
    public static IEnumerable<Candidate> InName(CalculationContext context, BranchConfiguration branch)
    {
        if (VersionInName(context, branch) is { } found)
        {
            yield return new Candidate(
                VersionStrategies.VersionInBranchName,
                $"version in the name of branch {found.Branch.Name.Friendly}",
                found.Version,
                CommitGraph.None,
                new IncrementStep(VersionPart.None, found.Label),
                branch
            );
        }
    }

    public static IEnumerable<Candidate> Tracked(CalculationContext context, BranchConfiguration branch)
    {
        if (!branch.Rules.TracksReleaseBranches)
            yield break;
        foreach (
            var release in context.View.Branches.Where(other => context.View.RulesOf(other).IsReleaseBranch == true)
        )
        {
            var rules = new EffectiveRules(context.Configuration, context.View.RulesOf(release));
            if (VersionInName(context, new BranchConfiguration(rules, release)) is not { } found)
                continue;
            var commit = context.Sources.MergeBase(release, context.View.Head);
            var label = context.LabelBy(branch.Rules);
            yield return new Candidate(
                VersionStrategies.TrackReleaseBranches,
                $"release branch {release.Name.Friendly} exists",
                found.Version,
                commit,
                new IncrementStep(context.MessageIncrements.Find(branch.Rules, commit, label), label),
                branch
            );
        }
    }

    static (Branch Branch, VersionNumber Version, string? Label)? VersionInName(
        CalculationContext context,
        BranchConfiguration branch
    )
    {
        if (!branch.Rules.IsReleaseBranch)
            return null;
        var head = context.View.Head;
        foreach (var named in (Branch[])[head, branch.Branch])
        {
            if (BranchName.Version(named.Name.Plain, context.Configuration) is not var (version, rest))
                continue;
            var labelSource =
                rest is not null && (named == head || context.View.RulesOf(head).Label is null)
                    ? rest
                    : head.Name.Plain;
            return (named, version, BranchLabel.Of(branch.Rules, labelSource, context.Environment));
        }
        return null;
    }
}
