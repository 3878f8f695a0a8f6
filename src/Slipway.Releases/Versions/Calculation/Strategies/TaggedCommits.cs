namespace Slipway.Releases;

/// <summary>The tags that count for the branch.</summary>
static class TaggedCommits
{
    const VersionStrategies Strategy = VersionStrategies.TaggedCommit;

    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch)
    {
        var label = context.LabelBy(branch.Rules);
        var least = VersionNumber.Zero;
        VersionNumber? foreign = null;
        foreach (
            var (_, tag) in context
                .Tags.Of(context.View.Head, TagFinder.SourcesOf(branch.Rules))
                .DistinctBy(found => found.Tag)
        )
        {
            if (!tag.Version.Fits(label))
            {
                // It is no base, and yet the next version must not be below it.
                foreign = foreign is null || tag.Version.CompareTo(foreign) > 0 ? tag.Version : foreign;
                context.Reject(Strategy, Source(tag), $"its label is not '{label}'; its numbers count");
                continue;
            }
            var highest = tag.Version.Next(VersionPart.Major, null, force: true, foreign);
            if (highest.CompareCore(least) < 0)
            {
                context.Reject(Strategy, Source(tag), $"even a new major version of it would be below {least.Core}");
                foreign = null;
                continue;
            }
            var part = context.MessageIncrements.Find(branch.Rules, tag.Commit, label);
            least = tag.Version.Next(part, null, force: true);
            yield return new Candidate(
                Strategy,
                Source(tag),
                tag.Version,
                tag.Commit,
                new IncrementStep(part, label, Alternative: foreign),
                branch
            );
            foreign = null;
        }
    }

    static string Source(VersionTag tag) => $"tag {tag.Name}";
}
