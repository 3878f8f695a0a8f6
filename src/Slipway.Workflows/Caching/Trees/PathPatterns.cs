namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// Which paths are meant, by glob patterns from the root with forward slashes: <c>*</c> and <c>?</c> within a name,
/// <c>**</c> for any number of directories, <c>!</c> in front takes paths away again, wherever it stands.
/// </summary>
public sealed class PathPatterns
{
    readonly List<string[]> _included = [];
    readonly List<string[]> _excluded = [];

    /// <exception cref="ArgumentException">A pattern is empty, absolute, or leaves the root.</exception>
    public PathPatterns(IEnumerable<string> patterns)
    {
        Texts = [.. patterns];
        foreach (var text in Texts)
        {
            var (list, pattern) = text.StartsWith('!') ? (_excluded, text[1..]) : (_included, text);
            var segments = pattern.Split('/');
            if (
                pattern.Contains('\\', StringComparison.Ordinal)
                || Path.IsPathFullyQualified(pattern)
                || segments.Any(segment => segment is "" or "." or "..")
            )
                throw new ArgumentException(
                    $"'{text}' is no pattern below the root: write it from there, with '/' between names.",
                    nameof(patterns)
                );
            list.Add(segments);
        }
    }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>The directories, from the root, that hold all that can match; "" is the root itself.</summary>
    public IEnumerable<string> Directories =>
        _included.Select(segments =>
            string.Join('/', segments.SkipLast(1).TakeWhile(segment => segment.AsSpan().IndexOfAny('*', '?') < 0))
        );

    public bool Match(string path)
    {
        foreach (var excluded in _excluded)
        {
            if (Match(excluded, path))
                return false;
        }

        foreach (var included in _included)
        {
            if (Match(included, path))
                return true;
        }

        return false;
    }

    static bool Match(ReadOnlySpan<string> pattern, ReadOnlySpan<char> path)
    {
        for (; !pattern.IsEmpty; pattern = pattern[1..])
        {
            if (pattern[0] is "**")
            {
                if (pattern.Length == 1)
                    return !path.IsEmpty;
                for (var rest = path; !rest.IsEmpty; rest = After(rest))
                {
                    if (Match(pattern[1..], rest))
                        return true;
                }

                return false;
            }

            if (path.IsEmpty || !MatchName(pattern[0], First(path)))
                return false;
            path = After(path);
        }

        return path.IsEmpty;
    }

    static ReadOnlySpan<char> First(ReadOnlySpan<char> path) =>
        path.IndexOf('/') is >= 0 and var slash ? path[..slash] : path;

    static ReadOnlySpan<char> After(ReadOnlySpan<char> path) =>
        path.IndexOf('/') is >= 0 and var slash ? path[(slash + 1)..] : [];

    static bool MatchName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (at, star, mark) = (0, -1, 0);
        for (var i = 0; i < name.Length; )
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, mark) = (at++, i);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[i]))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].Trim('*').IsEmpty;
    }
}
