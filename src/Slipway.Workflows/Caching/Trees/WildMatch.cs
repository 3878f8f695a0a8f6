namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// git's patterns (wildmatch.c with WM_PATHNAME): <c>*</c>, <c>?</c> and <c>[…]</c> never match a slash, a backslash takes
/// the next character as it is, and <c>**</c> between slashes spans directories.
/// </summary>
static class WildMatch
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path) => Matches(pattern, path, '/');

    /// <param name="before">What stood before the pattern: two stars span directories behind a slash alone.</param>
    static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, char before)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
                return MatchesStar(pattern, path, before);
            if (path.IsEmpty)
                return false;

            switch (pattern[0])
            {
                case '?':
                    if (path[0] == '/')
                        return false;
                    pattern = pattern[1..];
                    break;
                case '[':
                    if (path[0] == '/' || !MatchesClass(ref pattern, path[0]))
                        return false;
                    break;
                default:
                    if (pattern[0] == '\\' && pattern.Length > 1)
                        pattern = pattern[1..];
                    if (pattern[0] != path[0])
                        return false;
                    // "/**/" also stands for a single slash.
                    if (pattern.StartsWith("/**/") && Matches(pattern[4..], path[1..], '/'))
                        return true;
                    pattern = pattern[1..];
                    break;
            }

            before = path[0];
            path = path[1..];
        }

        return path.IsEmpty;
    }

    static bool MatchesStar(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, char before)
    {
        var stars = pattern.IndexOfAnyExcept('*') is >= 0 and var count ? count : pattern.Length;
        var rest = pattern[stars..];
        var spans = stars == 2 && before == '/' && (rest.IsEmpty || rest[0] == '/');
        if (spans && rest.StartsWith("/") && Matches(rest[1..], path, '/'))
            return true;
        for (var i = 0; ; i++)
        {
            if (Matches(rest, path[i..], '*'))
                return true;
            if (i == path.Length || (path[i] == '/' && !spans))
                return false;
        }
    }

    /// <summary>Whether the class at the start of the pattern has the character; moves behind it.</summary>
    static bool MatchesClass(ref ReadOnlySpan<char> pattern, char character)
    {
        var at = 1;
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        if (isNegated)
            at++;
        var found = false;
        for (var first = at; at < pattern.Length && (pattern[at] != ']' || at == first); at++)
        {
            if (pattern[at] == '\\' && at + 1 < pattern.Length)
                at++;
            if (at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
            {
                found |= pattern[at] <= character && character <= pattern[at + 2];
                at += 2;
            }
            else
            {
                found |= pattern[at] == character;
            }
        }

        // A class without an end matches nothing.
        if (at >= pattern.Length)
            return false;
        pattern = pattern[(at + 1)..];
        return found != isNegated;
    }
}
