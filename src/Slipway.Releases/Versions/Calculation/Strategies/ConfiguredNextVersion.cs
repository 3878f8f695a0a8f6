namespace Slipway.Releases;

/// <summary><c>next-version</c> of the configuration.</summary>
static class ConfiguredNextVersion
{
    const VersionStrategies Strategy = VersionStrategies.ConfiguredNextVersion;
    const string Source = "next-version in the configuration";

    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch)
    {
        var reader = new VersionText(context.Configuration.TagPrefix, context.Configuration.Format);
        // What is no version was refused when the configuration was read.
        if (context.Configuration.NextVersion is not { } text || !reader.TryRead(text, out var version))
            yield break;
        var label = context.LabelBy(branch.Rules);
        if (!version.Fits(label))
        {
            context.Reject(Strategy, $"{Source}, {version}", $"its label is not '{label}'");
            yield break;
        }
        var isNext =
            version.IsPreRelease && (label is null || string.Equals(version.Label, label, StringComparison.Ordinal));
        yield return new Candidate(
            Strategy,
            Source,
            version,
            CommitGraph.None,
            isNext ? null : new IncrementStep(VersionPart.None, label),
            branch
        );
    }
}
