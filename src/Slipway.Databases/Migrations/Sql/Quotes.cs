namespace Slipway.Databases.Migrations.Sql;

/// <summary>Where what is quoted ends: the index behind it; null: it is not closed.</summary>
sealed class Quotes(string text)
{
    /// <summary>Between two of <paramref name="quote"/>, which stands for itself when it is doubled.</summary>
    public int? Doubled(int at, char quote)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != quote)
                continue;
            if (i + 1 == text.Length || text[i + 1] != quote)
                return i + 1;
            i++;
        }

        return null;
    }

    /// <summary>
    /// As <see cref="Doubled"/> with apostrophes, where a backslash takes the next character's meaning away. One that
    /// goes on behind a line's end is the same string, with the same rule.
    /// </summary>
    public int? Escaped(int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '\'')
            {
                if (i + 1 < text.Length && text[i + 1] == '\'')
                    i++;
                else if (Continuation(i + 1) is { } next)
                    i = next;
                else
                    return i + 1;
            }
        }

        return null;
    }

    public int? Until(int at, string end, bool inclusiveStart = false)
    {
        var from = inclusiveStart ? at : at + 1;
        var found = from > text.Length ? -1 : text.IndexOf(end, from, StringComparison.Ordinal);
        return found < 0 ? null : found + end.Length;
    }

    public int? Comment(int at) => Until(at + 2, "*/", inclusiveStart: true);

    public int? NestedComment(int at)
    {
        var depth = 1;
        for (var i = at + 2; i + 1 < text.Length; i++)
        {
            if (text[i] == '/' && text[i + 1] == '*')
                depth++;
            else if (text[i] == '*' && text[i + 1] == '/')
                depth--;
            else
                continue;
            i++;
            if (depth == 0)
                return i + 1;
        }

        return null;
    }

    /// <summary><c>$tag$</c>, whole, when one begins here; the tag is a name without a dollar, or nothing.</summary>
    public string? DollarTag(int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or >= '\x80'))
            end++;
        var isTag = end < text.Length && text[end] == '$' && !char.IsAsciiDigit(text[at + 1]);
        return isTag ? text[at..(end + 1)] : null;
    }

    /// <summary>The apostrophe that goes on with a string behind at least one line's end.</summary>
    int? Continuation(int at)
    {
        var isNewLine = false;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            isNewLine |= text[at] is '\n' or '\r';
        return isNewLine && at < text.Length && text[at] == '\'' ? at : null;
    }
}
