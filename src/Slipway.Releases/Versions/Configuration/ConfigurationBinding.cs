namespace Slipway.Releases;

/// <summary>
/// Puts what a section says over a configuration. A key that is not known has no effect, as in GitVersion; <c>label:</c>
/// without a value takes the label away.
/// </summary>
static class ConfigurationBinding
{
    public static VersionConfiguration Apply(VersionConfiguration configuration, ConfigurationSection section)
    {
        foreach (var value in section.Values)
            configuration = Apply(configuration, value);
        return configuration;
    }

    static VersionConfiguration Apply(VersionConfiguration all, ConfigurationValue value) =>
        value.Key switch
        {
            "workflow" => all with { Workflow = value.Text },
            "assembly-versioning-scheme" => all with
            {
                AssemblyScheme = value.Choice<AssemblyScheme>() ?? all.AssemblyScheme,
            },
            "assembly-file-versioning-scheme" => all with
            {
                AssemblyFileScheme = value.Choice<AssemblyScheme>() ?? all.AssemblyFileScheme,
            },
            "assembly-versioning-format" => all with { AssemblyFormat = value.Text },
            "assembly-file-versioning-format" => all with { AssemblyFileFormat = value.Text },
            "assembly-informational-format" => all with { InformationalFormat = value.Text },
            "tag-prefix" => all with { TagPrefix = value.Regex },
            "version-in-branch-pattern" => all with { VersionInBranch = value.Regex },
            "next-version" => all with { NextVersion = value.Text },
            "major-version-bump-message" => all with { MajorBump = value.Regex ?? all.MajorBump },
            "minor-version-bump-message" => all with { MinorBump = value.Regex ?? all.MinorBump },
            "patch-version-bump-message" => all with { PatchBump = value.Regex ?? all.PatchBump },
            "no-bump-message" => all with { NoBump = value.Regex ?? all.NoBump },
            "version-bump-reset-message" => all with { BumpReset = value.Regex ?? all.BumpReset },
            "tag-pre-release-weight" => all with { TagPreReleaseWeight = value.Number ?? all.TagPreReleaseWeight },
            "commit-date-format" => all with { CommitDateFormat = value.Text ?? all.CommitDateFormat },
            "merge-message-formats" => all with { MergeFormats = MergeFormats(all.MergeFormats, value.Section) },
            "update-build-number" => all with { UpdateBuildNumber = value.Flag ?? all.UpdateBuildNumber },
            "semantic-version-format" => all with { Format = value.Choice<VersionFormat>() ?? all.Format },
            "strategies" => all with { StrategyList = value.Choices<VersionStrategies>() },
            "branches" => all with { Branches = Branches(all.Branches, value.Section) },
            "ignore" => all with { Ignore = value.Section.Values.Aggregate(all.Ignore, Apply) },
            _ => all with { Fallback = Apply(all.Fallback, value) },
        };

    static IgnoreRules Apply(IgnoreRules ignore, ConfigurationValue value) =>
        value.Key switch
        {
            "sha" => ignore with { Commits = value.List },
            "commits-before" => ignore with { Before = value.Time },
            "paths" => ignore with { Paths = value.RegexList },
            _ => ignore,
        };

    static BranchRules Apply(BranchRules rules, ConfigurationValue value) =>
        value.Key switch
        {
            "mode" => rules with { Mode = value.Choice<DeploymentMode>() },
            "label" => rules with { Label = value.Text },
            "increment" => rules with { Increment = value.Choice<IncrementRule>() ?? rules.Increment },
            "prevent-increment" => value.Section.Values.Aggregate(rules, Prevent),
            "track-merge-target" => rules with { TrackMergeTarget = value.Flag },
            "track-merge-message" => rules with { TrackMergeMessage = value.Flag },
            "commit-message-incrementing" => rules with { MessageIncrements = value.Choice<MessageIncrements>() },
            "regex" => rules with { Regex = value.Regex },
            "source-branches" => rules with { SourceBranches = value.List },
            "is-source-branch-for" => rules with { IsSourceBranchFor = value.List },
            "tracks-release-branches" => rules with { TracksReleaseBranches = value.Flag },
            "is-release-branch" => rules with { IsReleaseBranch = value.Flag },
            "is-main-branch" => rules with { IsMainBranch = value.Flag },
            "pre-release-weight" => rules with { PreReleaseWeight = value.Number },
            _ => rules,
        };

    static BranchRules Prevent(BranchRules rules, ConfigurationValue value) =>
        value.Key switch
        {
            "of-merged-branch" => rules with { PreventOfMergedBranch = value.Flag },
            "when-branch-merged" => rules with { PreventWhenBranchMerged = value.Flag },
            "when-current-commit-tagged" => rules with { PreventWhenTagged = value.Flag },
            _ => rules,
        };

    static List<KeyValuePair<string, BranchRules>> Branches(
        IReadOnlyList<KeyValuePair<string, BranchRules>> known,
        ConfigurationSection section
    )
    {
        var branches = known.ToList();
        foreach (var value in section.Values)
        {
            var index = branches.FindIndex(branch => string.Equals(branch.Key, value.Key, StringComparison.Ordinal));
            var rules = value.Section.Values.Aggregate(index < 0 ? new BranchRules() : branches[index].Value, Apply);
            if (index < 0)
                branches.Add(new(value.Key, rules));
            else
                branches[index] = new(value.Key, rules);
        }
        return branches;
    }

    static List<KeyValuePair<string, string>> MergeFormats(
        IReadOnlyList<KeyValuePair<string, string>> known,
        ConfigurationSection section
    )
    {
        var formats = known.ToList();
        foreach (var value in section.Values)
        {
            formats.RemoveAll(format => string.Equals(format.Key, value.Key, StringComparison.Ordinal));
            if (value.Regex is { } regex)
                formats.Add(new(value.Key, regex));
        }
        return formats;
    }
}
