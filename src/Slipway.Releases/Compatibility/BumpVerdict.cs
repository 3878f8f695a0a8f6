namespace Slipway.Releases.Compatibility;

/// <summary>Whether a version says enough about what has changed since the last release.</summary>
/// <param name="Last">The last release; null: there is none, and any version may be the first.</param>
/// <param name="Version">The version that is to be released.</param>
public sealed record BumpVerdict(SemanticVersion? Last, SemanticVersion Version, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How far the version is above the last release.</summary>
    public Bump Bump => Last is null ? Bump.Major : Bumps.Between(Last, Version);

    /// <summary>The least bump that the evidence asks for.</summary>
    public Bump Needed => Last is null ? Bump.None : Bumps.After(Last, Evidence.Max(evidence => evidence.Needs));

    /// <summary>The least version that the evidence allows; null: any may be the first.</summary>
    public SemanticVersion? Least => Last is null ? null : Bumps.Next(Last, Needed);

    public bool Holds => Bump >= Needed;

    /// <summary>What asks for more than the version says.</summary>
    public IReadOnlyList<Finding> Unsaid =>
        [
            .. Last is null
                ? []
                : Evidence
                    .SelectMany(evidence => evidence.Findings)
                    .Where(finding => Bumps.After(Last, finding.Needs) > Bump),
        ];
}
