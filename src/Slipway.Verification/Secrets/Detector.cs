using System.Buffers;
using System.Text.RegularExpressions;

namespace Slipway.Verification.Secrets;

/// <summary>How to tell one kind of secret from text.</summary>
/// <param name="Pattern">Its group <c>secret</c> is what must not be shown; without one, the whole match is.</param>
/// <param name="Hints">One of these must be in a file for the pattern to be worth trying.</param>
sealed record Detector(SecretRule Rule, Regex Pattern, SearchValues<string> Hints)
{
    /// <summary>Whether a value of the pattern's shape is a secret and no placeholder. Default: it is.</summary>
    public Func<string, bool> Accept { get; init; } = static _ => true;

    /// <summary>Where the secrets are, in the order of the text.</summary>
    public IEnumerable<Group> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
            yield break;
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var secret = match.Groups["secret"] is { Success: true } named ? named : match;
            if (Accept(secret.Value))
                yield return secret;
        }
    }
}
