namespace Slipway.Releases;

/// <summary>What a configuration says about one kind of branches. Null: it says nothing, and what it comes from decides.</summary>
sealed record BranchRules
{
    public DeploymentMode? Mode { get; init; }
    public string? Label { get; init; }
    public IncrementRule Increment { get; init; }
    public bool? PreventOfMergedBranch { get; init; }
    public bool? PreventWhenBranchMerged { get; init; }
    public bool? PreventWhenTagged { get; init; }
    public bool? TrackMergeTarget { get; init; }
    public bool? TrackMergeMessage { get; init; }
    public MessageIncrements? MessageIncrements { get; init; }
    public string? Regex { get; init; }
    public IReadOnlyList<string> SourceBranches { get; init; } = [];
    public IReadOnlyList<string> IsSourceBranchFor { get; init; } = [];
    public bool? TracksReleaseBranches { get; init; }
    public bool? IsReleaseBranch { get; init; }
    public bool? IsMainBranch { get; init; }
    public int? PreReleaseWeight { get; init; }

    /// <summary>What is not said here is taken from there.</summary>
    public BranchRules Inherit(BranchRules parent) =>
        this with
        {
            Increment = Increment == IncrementRule.Inherit ? parent.Increment : Increment,
            Mode = Mode ?? parent.Mode,
            Label = Label ?? parent.Label,
            PreventOfMergedBranch = PreventOfMergedBranch ?? parent.PreventOfMergedBranch,
            PreventWhenBranchMerged = PreventWhenBranchMerged ?? parent.PreventWhenBranchMerged,
            PreventWhenTagged = PreventWhenTagged ?? parent.PreventWhenTagged,
            TrackMergeTarget = TrackMergeTarget ?? parent.TrackMergeTarget,
            TrackMergeMessage = TrackMergeMessage ?? parent.TrackMergeMessage,
            MessageIncrements = MessageIncrements ?? parent.MessageIncrements,
            Regex = Regex ?? parent.Regex,
            TracksReleaseBranches = TracksReleaseBranches ?? parent.TracksReleaseBranches,
            IsReleaseBranch = IsReleaseBranch ?? parent.IsReleaseBranch,
            IsMainBranch = IsMainBranch ?? parent.IsMainBranch,
            PreReleaseWeight = PreReleaseWeight ?? parent.PreReleaseWeight,
        };

    public bool Matches(string branch) => Regex is not null && Pattern.Of(Regex).IsMatch(branch);
}
