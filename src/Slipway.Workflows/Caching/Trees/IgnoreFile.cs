namespace Slipway.Workflows.Caching.Trees;

/// <summary>The rules of one <c>.gitignore</c>, as git-scm.com/docs/gitignore has them.</summary>
sealed class IgnoreFile
{
    readonly List<Rule> _rules = [];
    readonly int _prefix;

    /// <param name="directory">Where the file lies, from the root, "" or with a slash at its end.</param>
    public IgnoreFile(string directory, IEnumerable<string> lines)
    {
        _prefix = directory.Length;
        foreach (var line in lines)
        {
            if (Rule.Of(line) is { } rule)
                _rules.Add(rule);
        }
    }

    /// <summary>The last rule that matches decides; null: none does.</summary>
    /// <param name="path">From the root, below this file's directory.</param>
    public bool? Ignores(string path, bool isDirectory)
    {
        var below = path.AsSpan(_prefix);
        for (var i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(below, isDirectory))
                return !_rules[i].IsNegated;
        }

        return null;
    }

    sealed record Rule(string Pattern, bool IsNegated, bool IsForDirectories, bool IsAnchored)
    {
        bool IsLiteral { get; } = Pattern.AsSpan().IndexOfAny(['*', '?', '[', '\\']) < 0;

        public static Rule? Of(string line)
        {
            var pattern = WithoutTrailingSpaces(line.TrimEnd('\r'));
            if (pattern.Length == 0 || pattern[0] == '#')
                return null;
            var isNegated = pattern[0] == '!';
            if (isNegated)
                pattern = pattern[1..];
            var isForDirectories = pattern.EndsWith('/');
            if (isForDirectories)
                pattern = pattern[..^1];
            var isAnchored = pattern.Contains('/', StringComparison.Ordinal);
            pattern = pattern.StartsWith('/') ? pattern[1..] : pattern;
            // Named classes are not read: too much is looked at then, never too little.
            if (pattern.Contains("[:", StringComparison.Ordinal))
                return isNegated ? new Rule("*", IsNegated: true, IsForDirectories: false, IsAnchored: false) : null;
            return pattern.Length == 0 ? null : new Rule(pattern, isNegated, isForDirectories, isAnchored);
        }

        public bool Matches(ReadOnlySpan<char> path, bool isDirectory)
        {
            if (IsForDirectories && !isDirectory)
                return false;
            var named = IsAnchored ? path : path[(path.LastIndexOf('/') + 1)..];
            return IsLiteral ? named.SequenceEqual(Pattern) : WildMatch.Matches(Pattern, named);
        }

        static string WithoutTrailingSpaces(string line)
        {
            var end = line.Length;
            while (end > 0 && line[end - 1] == ' ' && (end < 2 || line[end - 2] != '\\'))
                end--;
            return line[..end];
        }
    }
}
