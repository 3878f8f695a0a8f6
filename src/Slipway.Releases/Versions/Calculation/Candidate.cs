namespace Slipway.Releases;

/// <summary>How a base becomes the next version.</summary>
/// <param name="Label">Null: the base's label stays.</param>
/// <param name="Force">A pre-release gets its numbers raised too.</param>
/// <param name="Alternative">Its numbers are taken when they are higher.</param>
sealed record IncrementStep(VersionPart Part, string? Label, bool Force = false, VersionNumber? Alternative = null)
{
    public VersionNumber Apply(VersionNumber version) => version.Next(Part, Label, Force, Alternative);
}

/// <summary>A version that the next one could be counted from.</summary>
/// <param name="Source">Where it was found, for people.</param>
/// <param name="Commit">Where counting begins; <see cref="CommitGraph.None"/>: at the first commit.</param>
/// <param name="Step">Null: the base is the next version.</param>
sealed record Candidate(
    VersionStrategies Strategy,
    string Source,
    VersionNumber Base,
    int Commit,
    IncrementStep? Step,
    BranchConfiguration Configuration
)
{
    public VersionNumber Next { get; } = Step?.Apply(Base) ?? Base;
}

/// <summary>Something that was looked at and is no candidate, and why.</summary>
sealed record Rejection(VersionStrategies Strategy, string Source, string Why);
