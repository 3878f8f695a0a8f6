namespace Slipway.Releases;

/// <summary>Why a version is what it is.</summary>
/// <param name="Configuration">The file that decided; null: none, so that GitVersion's default did, GitFlow.</param>
/// <param name="Base">What the version was counted from, in a sentence.</param>
/// <param name="Candidates">The best first; those that are left out are in <paramref name="More"/>.</param>
/// <param name="More">Further candidates, all lower.</param>
/// <param name="Notes">Decisions on what was unclear: a detached HEAD, tags that are no versions.</param>
public sealed record VersionExplanation(
    string? Configuration,
    string Base,
    IReadOnlyList<ExplainedCandidate> Candidates,
    int More,
    IReadOnlyList<string> Notes
);

/// <param name="Source">Where it was found.</param>
/// <param name="Base">The version that was found; null when there is none.</param>
/// <param name="Next">What it leads to; null when it was passed over.</param>
/// <param name="Why">Why it was used, or was not.</param>
public sealed record ExplainedCandidate(string Source, string? Base, string? Next, bool IsUsed, string Why);
