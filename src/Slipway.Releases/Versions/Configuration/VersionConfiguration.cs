namespace Slipway.Releases;

/// <summary>GitVersion 6's configuration (gitversion.net/docs/reference/configuration), checked.</summary>
sealed record VersionConfiguration
{
    /// <summary>The branch rules that say what happens to a branch that no others fit.</summary>
    public const string Unknown = "unknown";

    public const string DefaultTagPrefix = "[vV]?";

    public string? Workflow { get; init; }
    public AssemblyScheme AssemblyScheme { get; init; } = AssemblyScheme.MajorMinorPatch;
    public AssemblyScheme AssemblyFileScheme { get; init; } = AssemblyScheme.MajorMinorPatch;
    public string? AssemblyFormat { get; init; }
    public string? AssemblyFileFormat { get; init; }
    public string? InformationalFormat { get; init; }
    public string? TagPrefix { get; init; } = DefaultTagPrefix;
    public string? VersionInBranch { get; init; } = @"(?<version>[vV]?\d+(\.\d+)?(\.\d+)?).*";
    public string? NextVersion { get; init; }
    public string? MajorBump { get; init; } = @"[+=]semver:\s?(breaking|major)";
    public string? MinorBump { get; init; } = @"[+=]semver:\s?(feature|minor)";
    public string? PatchBump { get; init; } = @"[+=]semver:\s?(fix|patch)";
    public string? NoBump { get; init; } = @"[+=]semver:\s?(none|skip)";

    /// <summary>A message that matches forgets the increments before it, the branch's own included.</summary>
    public string? BumpReset { get; init; } = "=semver:";

    public int TagPreReleaseWeight { get; init; } = 60_000;

    /// <summary>A format of .NET's, in the invariant culture and UTC.</summary>
    public string CommitDateFormat { get; init; } = "yyyy-MM-dd";

    public IReadOnlyList<KeyValuePair<string, string>> MergeFormats { get; init; } = [];
    public bool UpdateBuildNumber { get; init; } = true;
    public VersionFormat Format { get; init; } = VersionFormat.Strict;

    /// <summary>In the order in which they were given; <see cref="Strategies"/> says which.</summary>
    public IReadOnlyList<VersionStrategies> StrategyList { get; init; } = [];

    /// <summary>By name, in the order in which they are tried.</summary>
    public IReadOnlyList<KeyValuePair<string, BranchRules>> Branches { get; init; } = [];

    public IgnoreRules Ignore { get; init; } = new();

    /// <summary>What holds for every branch that does not say otherwise.</summary>
    public BranchRules Fallback { get; init; } =
        new()
        {
            Mode = DeploymentMode.ContinuousDelivery,
            Label = "{BranchName}",
            Increment = IncrementRule.Inherit,
            PreventOfMergedBranch = false,
            PreventWhenBranchMerged = false,
            PreventWhenTagged = true,
            TrackMergeTarget = false,
            TrackMergeMessage = true,
            MessageIncrements = MessageIncrements.Enabled,
            Regex = "",
            TracksReleaseBranches = false,
            IsReleaseBranch = false,
            IsMainBranch = false,
        };

    public VersionStrategies Strategies => StrategyList.Aggregate(VersionStrategies.None, (all, one) => all | one);

    public bool Uses(VersionStrategies strategy) => Strategies.HasFlag(strategy);

    /// <summary>The first rules that fit a branch's name; those of <c>unknown</c> come last wherever they stand.</summary>
    /// <param name="branch">Without <c>origin/</c>.</param>
    public BranchRules RulesOf(string branch)
    {
        BranchRules? unknown = null;
        foreach (var (name, rules) in Branches)
        {
            if (!rules.Matches(branch))
                continue;
            if (name is not Unknown)
                return rules;
            unknown = rules;
        }
        return unknown ?? new BranchRules { Increment = IncrementRule.Inherit, Label = "{BranchName}" };
    }

    public bool IsReleaseBranch(string branch) => RulesOf(branch).IsReleaseBranch ?? false;
}
