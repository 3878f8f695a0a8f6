namespace Slipway.Releases;

/// <summary>Where nothing else is found: 0.0.0, raised once.</summary>
static class FallbackVersion
{
    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch)
    {
        var label = context.LabelBy(branch.Rules);
        var tags = context
            .Tags.Of(context.View.Head, TagFinder.SourcesOf(branch.Rules))
            .Where(found => found.Tag.Version.Fits(label));
        var commit = tags.Select(found => found.Commit).DefaultIfEmpty(CommitGraph.None).First();
        yield return new Candidate(
            VersionStrategies.Fallback,
            "the first version, as nothing else was found",
            VersionNumber.Zero,
            commit,
            new IncrementStep(context.MessageIncrements.Find(branch.Rules, commit, label), label),
            branch
        );
    }
}
