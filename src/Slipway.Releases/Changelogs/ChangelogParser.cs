namespace Slipway.Releases;

/// <summary>Tells the kinds of lines apart. Headings inside code blocks and HTML comments are text.</summary>
static class ChangelogParser
{
    public static IReadOnlyList<ChangelogLine> Parse(string text)
    {
        var lines = new List<ChangelogLine>();
        var block = new Block();
        for (var start = 0; start < text.Length; )
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed + 1;
            var endingLength =
                feed < 0 ? 0
                : feed > start && text[feed - 1] == '\r' ? 2
                : 1;
            var line = text[start..(end - endingLength)];
            var kind = block.Contains(line) ? ChangelogLineKind.Text : KindOf(line.TrimStart('\uFEFF'));
            lines.Add(new ChangelogLine(lines.Count + 1, kind, line, text[(end - endingLength)..end]));
            start = end;
        }

        return lines;
    }

    static ChangelogLineKind KindOf(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return ChangelogLineKind.Blank;
        return line.TakeWhile(character => character == '#').Count() switch
        {
            1 when IsMarked(line, 1) => ChangelogLineKind.Title,
            2 when IsMarked(line, 2) => ChangelogLineKind.Version,
            3 when IsMarked(line, 3) => ChangelogLineKind.Category,
            0 when line[0] is '-' or '*' && IsMarked(line, 1) => ChangelogLineKind.Entry,
            0 when ChangelogLink.IsDefinition(line) => ChangelogLineKind.Link,
            _ => ChangelogLineKind.Text,
        };
    }

    static bool IsMarked(string line, int length) => line.Length == length || char.IsWhiteSpace(line[length]);

    /// <summary>A code block between fences, or a comment over several lines.</summary>
    sealed class Block
    {
        string? _end;

        /// <summary>Whether a line lies in a block, or opens or closes one.</summary>
        public bool Contains(string line)
        {
            if (_end is not null)
            {
                if (line.Contains(_end, StringComparison.Ordinal))
                    _end = null;
                return true;
            }

            var start = line.TrimStart();
            if (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
                _end = start[..3];
            else if (start.StartsWith("<!--", StringComparison.Ordinal))
                _end = start.Contains("-->", StringComparison.Ordinal) ? null : "-->";
            else
                return false;
            return true;
        }
    }
}
