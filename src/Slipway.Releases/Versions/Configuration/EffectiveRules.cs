namespace Slipway.Releases;

/// <summary>What holds for one branch once everything is inherited: nothing is open any more.</summary>
sealed class EffectiveRules(VersionConfiguration configuration, BranchRules branch)
{
    readonly BranchRules _rules = branch.Inherit(configuration.Fallback);

    public BranchRules Rules => _rules;
    public DeploymentMode Mode => _rules.Mode ?? DeploymentMode.ContinuousDelivery;
    public string? Label => _rules.Label;
    public IncrementRule Increment => _rules.Increment;
    public string? Regex => _rules.Regex;
    public bool PreventOfMergedBranch => _rules.PreventOfMergedBranch ?? false;
    public bool PreventWhenBranchMerged => _rules.PreventWhenBranchMerged ?? false;
    public bool PreventWhenTagged => _rules.PreventWhenTagged ?? true;
    public bool TrackMergeTarget => _rules.TrackMergeTarget ?? false;
    public bool TrackMergeMessage => _rules.TrackMergeMessage ?? true;
    public MessageIncrements MessageIncrements => _rules.MessageIncrements ?? MessageIncrements.Enabled;
    public bool TracksReleaseBranches => _rules.TracksReleaseBranches ?? false;
    public bool IsReleaseBranch => _rules.IsReleaseBranch ?? false;
    public bool IsMainBranch => _rules.IsMainBranch ?? false;
    public int PreReleaseWeight => _rules.PreReleaseWeight ?? 0;

    /// <summary>The part that the branch raises by itself.</summary>
    /// <exception cref="ReleaseException">It inherits, and there is nothing to inherit from.</exception>
    public VersionPart Part =>
        Increment switch
        {
            IncrementRule.None => VersionPart.None,
            IncrementRule.Patch => VersionPart.Patch,
            IncrementRule.Minor => VersionPart.Minor,
            IncrementRule.Major => VersionPart.Major,
            _ => throw new ReleaseException(
                "The increment is 'Inherit', and no branch that it could be inherited from was found: "
                    + "give the branch, or the whole configuration, an increment of its own in GitVersion.yml."
            ),
        };
}
