namespace Slipway.Releases;

/// <summary>GitVersion 6's presets (gitversion.net/docs/reference/configuration, "workflow").</summary>
static class Workflow
{
    public const string GitFlow = "GitFlow/v1";
    public const string GitHubFlow = "GitHubFlow/v1";
    public const string TrunkBased = "TrunkBased/preview1";

    static readonly VersionStrategies[] Common =
    [
        VersionStrategies.Fallback,
        VersionStrategies.ConfiguredNextVersion,
        VersionStrategies.MergeMessage,
        VersionStrategies.TaggedCommit,
        VersionStrategies.TrackReleaseBranches,
        VersionStrategies.VersionInBranchName,
    ];

    static readonly BranchRules Main = new()
    {
        Label = "",
        Increment = IncrementRule.Patch,
        PreventOfMergedBranch = true,
        TrackMergeTarget = false,
        TrackMergeMessage = true,
        Regex = "^master$|^main$",
        TracksReleaseBranches = false,
        IsReleaseBranch = false,
        IsMainBranch = true,
        PreReleaseWeight = 55_000,
    };

    static readonly BranchRules Feature = new()
    {
        Mode = DeploymentMode.ManualDeployment,
        Label = "{BranchName}",
        Increment = IncrementRule.Inherit,
        PreventWhenTagged = false,
        TrackMergeMessage = true,
        Regex = @"^features?[\/-](?<BranchName>.+)",
        IsMainBranch = false,
        PreReleaseWeight = 30_000,
    };

    static readonly BranchRules PullRequest = new()
    {
        Mode = DeploymentMode.ContinuousDelivery,
        Label = "PullRequest{Number}",
        Increment = IncrementRule.Inherit,
        PreventOfMergedBranch = true,
        PreventWhenTagged = false,
        TrackMergeMessage = true,
        Regex = @"^(pull-requests|pull|pr)[\/-](?<Number>\d*)",
        PreReleaseWeight = 30_000,
    };

    static readonly BranchRules Release = new()
    {
        Mode = DeploymentMode.ManualDeployment,
        Label = "beta",
        PreventOfMergedBranch = true,
        PreventWhenTagged = false,
        TrackMergeTarget = false,
        Regex = @"^releases?[\/-](?<BranchName>.+)",
        TracksReleaseBranches = false,
        IsReleaseBranch = true,
        IsMainBranch = false,
        PreReleaseWeight = 30_000,
    };

    static readonly BranchRules Hotfix = new()
    {
        PreventWhenTagged = false,
        Regex = @"^hotfix(es)?[\/-](?<BranchName>.+)",
        IsReleaseBranch = true,
        IsMainBranch = false,
        PreReleaseWeight = 30_000,
    };

    static readonly BranchRules Unknown = new() { Regex = "(?<BranchName>.+)" };

    /// <summary>Null: there is no preset of that name.</summary>
    public static VersionConfiguration? Named(string name) =>
        name switch
        {
            GitFlow => GitFlowPreset(),
            GitHubFlow => GitHubFlowPreset(),
            TrunkBased => TrunkBasedPreset(),
            _ => null,
        };

    static VersionConfiguration GitFlowPreset() =>
        new()
        {
            Workflow = GitFlow,
            StrategyList = Common,
            Branches =
            [
                new(
                    "develop",
                    new BranchRules
                    {
                        Mode = DeploymentMode.ContinuousDelivery,
                        Label = "alpha",
                        Increment = IncrementRule.Minor,
                        PreventWhenTagged = false,
                        TrackMergeTarget = true,
                        TrackMergeMessage = true,
                        Regex = "^dev(elop)?(ment)?$",
                        SourceBranches = ["main"],
                        TracksReleaseBranches = true,
                        IsReleaseBranch = false,
                        IsMainBranch = false,
                        PreReleaseWeight = 0,
                    }
                ),
                new("main", Main),
                new("release", Release with { Increment = IncrementRule.Minor, SourceBranches = ["main", "support"] }),
                new("feature", Feature with { SourceBranches = ["develop", "main", "release", "support", "hotfix"] }),
                new(
                    "pull-request",
                    PullRequest with
                    {
                        SourceBranches = ["develop", "main", "release", "feature", "support", "hotfix"],
                    }
                ),
                new(
                    "hotfix",
                    Hotfix with
                    {
                        Mode = DeploymentMode.ManualDeployment,
                        Label = "beta",
                        Increment = IncrementRule.Inherit,
                        SourceBranches = ["main", "support"],
                    }
                ),
                new(
                    "support",
                    Main with
                    {
                        TrackMergeMessage = null,
                        Regex = @"^support[\/-](?<BranchName>.+)",
                        SourceBranches = ["main"],
                    }
                ),
                new(
                    VersionConfiguration.Unknown,
                    Unknown with
                    {
                        Mode = DeploymentMode.ManualDeployment,
                        Label = "{BranchName}",
                        Increment = IncrementRule.Inherit,
                        PreventWhenTagged = true,
                        SourceBranches = ["main", "develop", "release", "feature", "pull-request", "hotfix", "support"],
                        IsMainBranch = false,
                    }
                ),
            ],
        };

    static VersionConfiguration GitHubFlowPreset() =>
        new()
        {
            Workflow = GitHubFlow,
            StrategyList = Common,
            Branches =
            [
                new("main", Main),
                new(
                    "release",
                    Release with
                    {
                        Increment = IncrementRule.Patch,
                        PreventWhenBranchMerged = false,
                        TrackMergeMessage = true,
                        SourceBranches = ["main"],
                    }
                ),
                new("feature", Feature with { SourceBranches = ["main", "release"] }),
                new("pull-request", PullRequest with { SourceBranches = ["main", "release", "feature"] }),
                new(
                    VersionConfiguration.Unknown,
                    Unknown with
                    {
                        Mode = DeploymentMode.ManualDeployment,
                        Label = "{BranchName}",
                        Increment = IncrementRule.Inherit,
                        PreventWhenTagged = false,
                        TrackMergeMessage = false,
                        SourceBranches = ["main", "release", "feature", "pull-request"],
                        IsMainBranch = false,
                    }
                ),
            ],
        };

    static VersionConfiguration TrunkBasedPreset() =>
        new()
        {
            Workflow = TrunkBased,
            StrategyList = [VersionStrategies.ConfiguredNextVersion, VersionStrategies.Mainline],
            Branches =
            [
                new("main", Main with { Mode = DeploymentMode.ContinuousDeployment }),
                new(
                    "feature",
                    Feature with
                    {
                        Mode = DeploymentMode.ContinuousDelivery,
                        Increment = IncrementRule.Minor,
                        SourceBranches = ["main"],
                    }
                ),
                new(
                    "hotfix",
                    Hotfix with
                    {
                        Mode = DeploymentMode.ContinuousDelivery,
                        Label = "{BranchName}",
                        Increment = IncrementRule.Patch,
                        SourceBranches = ["main"],
                    }
                ),
                new("pull-request", PullRequest with { SourceBranches = ["main", "feature", "hotfix"] }),
                new(
                    VersionConfiguration.Unknown,
                    Unknown with
                    {
                        Increment = IncrementRule.Patch,
                        PreventWhenTagged = false,
                        SourceBranches = ["main"],
                        PreReleaseWeight = 30_000,
                    }
                ),
            ],
        };
}
