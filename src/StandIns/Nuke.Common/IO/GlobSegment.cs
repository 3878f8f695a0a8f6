namespace Nuke.Common.IO;

/// <summary>
/// One part of a glob pattern between slashes: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!abc]</c>, <c>{one,other}</c>, and
/// <c>\</c> before a character that is meant as it is.
/// </summary>
internal sealed class GlobSegment
{
    private readonly IReadOnlyList<string> _alternatives;
    private readonly bool _ignoreCase;

    /// <exception cref="ArgumentException">A bracket or brace is not closed.</exception>
    public GlobSegment(string pattern, bool ignoreCase)
    {
        _alternatives = Alternatives(pattern);
        _ignoreCase = ignoreCase;
    }

    public bool IsMatch(string name) => _alternatives.Any(x => IsMatch(x, name));

    private bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
            return name.IsEmpty;

        switch (pattern[0])
        {
            case '*':
                for (var i = 0; i <= name.Length; i++)
                {
                    if (IsMatch(pattern[1..], name[i..]))
                        return true;
                }
                return false;
            case '?':
                return !name.IsEmpty && IsMatch(pattern[1..], name[1..]);
            case '[':
                var end = SetEnd(pattern);
                return !name.IsEmpty && IsInSet(pattern[1..end], name[0]) && IsMatch(pattern[(end + 1)..], name[1..]);
            case '\\' when pattern.Length > 1:
                return !name.IsEmpty && Same(pattern[1], name[0]) && IsMatch(pattern[2..], name[1..]);
            default:
                return !name.IsEmpty && Same(pattern[0], name[0]) && IsMatch(pattern[1..], name[1..]);
        }
    }

    private bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        var isInverted = set[0] == '!';
        if (isInverted)
            set = set[1..];
        while (!set.IsEmpty)
        {
            var isRange = set is [_, '-', _, ..];
            if (isRange ? IsBetween(set[0], set[2], character) : Same(set[0], character))
                return !isInverted;
            set = set[(isRange ? 3 : 1)..];
        }

        return isInverted;
    }

    private bool IsBetween(char low, char high, char character) =>
        (low <= character && character <= high)
        || (
            _ignoreCase
            && char.ToUpperInvariant(low) <= char.ToUpperInvariant(character)
            && char.ToUpperInvariant(character) <= char.ToUpperInvariant(high)
        );

    private bool Same(char a, char b) =>
        a == b || (_ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));

    // A bracket that comes first belongs to the set: []a] and [!]a].
    private static int SetEnd(ReadOnlySpan<char> pattern)
    {
        var first = pattern is ['[', '!', ..] ? 2 : 1;
        var end = pattern.Length > first ? pattern[(first + 1)..].IndexOf(']') : -1;
        return end < 0 ? throw NotClosed(pattern.ToString(), '[') : end + first + 1;
    }

    private static List<string> Alternatives(string pattern)
    {
        var open = IndexOfUnescaped(pattern, '{', 0);
        if (open < 0)
        {
            for (var i = IndexOfUnescaped(pattern, '[', 0); i >= 0; i = IndexOfUnescaped(pattern, '[', i))
                i += SetEnd(pattern.AsSpan(i));
            return [pattern];
        }

        var close = IndexOfUnescaped(pattern, '}', open);
        if (close < 0)
            throw NotClosed(pattern, '{');
        return pattern[(open + 1)..close]
            .Split(',')
            .SelectMany(x => Alternatives(pattern[..open] + x + pattern[(close + 1)..]))
            .ToList();
    }

    private static int IndexOfUnescaped(string pattern, char character, int start)
    {
        for (var i = start; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] == character)
                return i;
        }

        return -1;
    }

    private static ArgumentException NotClosed(string pattern, char bracket) =>
        new($"'{bracket}' is not closed in glob pattern '{pattern}'", nameof(pattern));
}
