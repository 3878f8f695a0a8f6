namespace Slipway.Releases;

/// <summary>The decision on a commit whose tag is the version.</summary>
static class TaggedVersion
{
    /// <param name="rules">What made the tag count.</param>
    /// <param name="own">What holds for the branch by its name.</param>
    public static VersionDecision Of(
        string tag,
        VersionNumber tagged,
        string commit,
        EffectiveRules rules,
        EffectiveRules own
    )
    {
        var version = tagged with { Build = "" };
        return new VersionDecision(
            rules.Mode == DeploymentMode.ContinuousDeployment ? version with { Label = "", Number = null } : version,
            version,
            commit,
            null,
            own,
            rules.Mode,
            null,
            [],
            [],
            tag,
            null
        );
    }
}
