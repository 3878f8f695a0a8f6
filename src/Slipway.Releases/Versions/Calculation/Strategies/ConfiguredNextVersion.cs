namespace Slipway.Releases;

/// <summary><c>next-version</c> of the configuration.</summary>
static class ConfiguredNextVersion
{
    const VersionStrategies Strategy = VersionStrategies.ConfiguredNextVersion;
    const string Source = "next-version in the configuration";

    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch)
    {
        if (context.Configuration.NextVersion is not { Length: > 0 } text)
            yield break;
        var reader = new VersionText(context.Configuration.TagPrefix, context.Configuration.Format);
        if (!reader.TryRead(text, out var version))
            throw new ReleaseException(
                $"next-version is '{text}', which is no version that tag-prefix and semantic-version-format allow: "
                    + $"write it as a tag would be, with the prefix '{context.Configuration.TagPrefix}' and three numbers."
            );
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
