using System.Text;

namespace Slipway.Releases;

/// <summary>Text of others within a page of GitHub's Markdown (github.github.com/gfm).</summary>
public static class Markdown
{
    const string Special = "\\*_[]<>|~`";

    /// <summary>
    /// Plain text as one paragraph that shows just that. Closed code spans stay code; nobody who is named <c>@so</c> gets a
    /// message; references such as <c>#12</c> stay what they are.
    /// </summary>
    public static string Escape(string text) => Unmarked(EscapeInline(text));

    /// <summary><see cref="Escape"/> for text within a line or a table's cell, where no block can begin.</summary>
    public static string EscapeInline(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var escaped = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '`' && text.IndexOf('`', index + 1) is > 0 and var end && end > index + 1)
            {
                escaped.Append(text, index, end + 1 - index);
                index = end;
            }
            else if (char.IsControl(character))
            {
                escaped.Append('\uFFFD');
            }
            else if (character == '@' && index + 1 < text.Length && char.IsAsciiLetterOrDigit(text[index + 1]))
            {
                escaped.Append("@<!-- -->");
            }
            else
            {
                if (
                    Special.Contains(character, StringComparison.Ordinal) || (character == '&' && IsEntity(text, index))
                )
                    escaped.Append('\\');
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    static bool IsEntity(string text, int index) =>
        index + 1 < text.Length && (text[index + 1] == '#' || char.IsAsciiLetter(text[index + 1]));

    /// <summary>What would begin a heading, a list or a rule begins a sentence.</summary>
    static string Unmarked(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < text.Length && text[digits] is '.' or ')')
            return $"{text[..digits]}\\{text[digits..]}";
        return text is ['#' or '-' or '+' or '=', ..] ? $"\\{text}" : text;
    }

    /// <summary>Markdown of others, with what it left open closed: a code block or a comment would swallow what follows.</summary>
    public static string Closed(string markdown)
    {
        string? open = null;
        foreach (var line in markdown.Split('\n').Select(line => line.Trim()))
        {
            if (open is null)
                open = Opens(line);
            else if (open is "-->" ? line.Contains(open, StringComparison.Ordinal) : IsFence(line, open))
                open = null;
        }

        return open is null ? markdown : $"{markdown}\n{open}";
    }

    /// <summary>Whole lines of at most <paramref name="length"/> characters, closed.</summary>
    public static string Cut(string markdown, int length)
    {
        const int Closing = 16;
        var end =
            markdown.Length <= length ? markdown.Length : markdown.LastIndexOf('\n', Math.Max(0, length - Closing));
        return end <= 0 ? "" : Closed(markdown[..end].TrimEnd());
    }

    static string? Opens(string line)
    {
        if (line.StartsWith("<!--", StringComparison.Ordinal))
            return line.Contains("-->", StringComparison.Ordinal) ? null : "-->";
        if (line is not ['`' or '~', ..])
            return null;
        var fence = line[..line.TakeWhile(character => character == line[0]).Count()];
        // A line with a later backtick is a code span.
        return fence.Length >= 3 && !(fence[0] == '`' && line[fence.Length..].Contains('`', StringComparison.Ordinal))
            ? fence
            : null;
    }

    static bool IsFence(string line, string open) =>
        line.Length >= open.Length && line.All(character => character == open[0]);
}
