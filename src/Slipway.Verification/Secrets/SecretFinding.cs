namespace Slipway.Verification.Secrets;

/// <summary>A secret in a file.</summary>
/// <param name="File">From the repository's root, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Excerpt">The line, shortened, with <c>[redacted]</c> for every secret in it.</param>
public sealed record SecretFinding(SecretRule Rule, string File, int Line, string Excerpt)
{
    public override string ToString() => $"{File}:{Line}: {Rule.Title} ({Rule.Id}): {Excerpt}";
}
