namespace Slipway.Releases;

/// <summary>A footer of a commit message: a word, a separator and a value, as in <c>Reviewed-by: Z</c>.</summary>
/// <param name="Token">As written; tokens are compared without case, but for <c>BREAKING CHANGE</c>.</param>
/// <param name="Value">May go over several lines.</param>
/// <param name="IsNumbered">Written with <c> #</c>, as in <c>Fixes #12</c>: the value begins after it.</param>
public sealed record CommitFooter(string Token, string Value, bool IsNumbered = false)
{
    /// <summary>Both spellings that the specification gives it, in capitals.</summary>
    public bool IsBreakingChange => Token is "BREAKING CHANGE" or "BREAKING-CHANGE";

    public bool Is(string token) => string.Equals(Token, token, StringComparison.OrdinalIgnoreCase);
}
