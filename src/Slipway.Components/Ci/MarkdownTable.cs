using System.Text;
using Slipway.Releases;

namespace Slipway.Components.Ci;

/// <summary>A table of GitHub's Markdown, whatever its texts hold.</summary>
/// <param name="columns">Their heads; one that begins with <c>#</c> is a column of numbers.</param>
sealed class MarkdownTable(params string[] columns)
{
    readonly List<string[]> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <param name="cells">Plain text, or what <see cref="Code"/> and <see cref="Link"/> made.</param>
    public MarkdownTable Add(params MarkdownCell[] cells)
    {
        _rows.Add([.. cells.Select(cell => cell.Markdown)]);
        return this;
    }

    public static MarkdownCell Code(string text) =>
        new($"`{Spaced(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`");

    public static MarkdownCell Link(Uri address) =>
        new($"<{address.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal)}>");

    /// <summary>Text of others. A code span could hold a bar, which ends a cell there too.</summary>
    public static string Text(string text) => Markdown.EscapeInline(text.Replace('`', '\''));

    public override string ToString()
    {
        var text = new StringBuilder();
        Row(columns.Select(column => column.TrimStart('#')));
        Row(columns.Select(column => column.StartsWith('#') ? "--:" : "---"));
        foreach (var row in _rows)
            Row(row);
        return text.ToString();

        void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    static string Spaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Markdown">Ready to stand between two bars.</param>
readonly record struct MarkdownCell(string Markdown)
{
    public static implicit operator MarkdownCell(string text) => new(MarkdownTable.Text(text));

    public static implicit operator MarkdownCell(int number) =>
        new(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
