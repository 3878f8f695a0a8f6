namespace Slipway.Releases;

/// <summary>What a commit says it takes back; one of these is enough to find it.</summary>
/// <param name="Shas">Ids, whole or abbreviated to at least 7 digits, in small letters; may be empty.</param>
/// <param name="Subject">The subject that git's <c>Revert "…"</c> quotes; null for none.</param>
/// <param name="PullRequest">Of GitHub's <c>Reverts owner/name#12</c>; null for none.</param>
public sealed record Reversal(IReadOnlyList<string> Shas, string? Subject, int? PullRequest);
