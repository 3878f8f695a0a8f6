namespace Slipway.Releases;

/// <summary>What was decided, and all that was weighed.</summary>
/// <param name="Version">The version, without build metadata.</param>
/// <param name="Base">What it was counted from.</param>
/// <param name="BaseCommit">The id of the commit where counting began; null: at the first one.</param>
/// <param name="Distance">Commits since then; null on a commit whose tag is the version.</param>
/// <param name="Chosen">Null on a commit whose tag is the version.</param>
/// <param name="Rules">What holds for the branch that is built.</param>
/// <param name="TakenFrom">The tag that is the version; null when the version was counted.</param>
/// <param name="Raised">The numbers were raised to those of a tag that is no base; null when they were not.</param>
sealed record VersionDecision(
    VersionNumber Version,
    VersionNumber Base,
    string? BaseCommit,
    int? Distance,
    EffectiveRules Rules,
    DeploymentMode Mode,
    Candidate? Chosen,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<Rejection> Rejections,
    string? TakenFrom,
    VersionNumber? Raised
);
