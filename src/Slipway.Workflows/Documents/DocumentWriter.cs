using System.Text;

namespace Slipway.Workflows.Documents;

/// <summary>Writes a document's text: two spaces a level, dashes one level in, lines never folded, ends with a newline.</summary>
sealed class DocumentWriter
{
    const int Step = 2;

    /// <summary>How long a line with brackets may be.</summary>
    const int LineLength = 100;

    readonly StringBuilder _text = new();

    public static string Write(Mapping root)
    {
        var writer = new DocumentWriter();
        writer.Surround(root, indent: 0);
        writer.WriteEntries(root, indent: 0, continuesLine: false);
        return writer._text.ToString();
    }

    void WriteEntries(Mapping mapping, int indent, bool continuesLine)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (!continuesLine)
            {
                Surround(key, indent);
                _text.Append(' ', indent);
            }
            continuesLine = false;
            _text.Append(ScalarText.Write(key.Text)).Append(':');
            WriteValue(value, indent);
        }
    }

    /// <summary>Behind a key or a dash: on the same line, or on the lines below.</summary>
    void WriteValue(Node value, int indent)
    {
        switch (value)
        {
            case Scalar scalar:
                WriteScalar(scalar, indent);
                break;
            case Sequence { Items.Count: 0 }:
                _text.Append(" []\n");
                break;
            case Mapping { Entries.Count: 0 }:
                _text.Append(" {}\n");
                break;
            case Sequence { Inline: true } sequence when Brackets(sequence) is { } brackets:
                _text.Append(' ').Append(brackets).Append('\n');
                break;
            case Sequence sequence:
                _text.Append('\n');
                WriteItems(sequence, indent + Step);
                break;
            case Mapping mapping:
                _text.Append('\n');
                WriteEntries(mapping, indent + Step, continuesLine: false);
                break;
        }
    }

    void WriteItems(Sequence sequence, int indent)
    {
        foreach (var item in sequence.Items)
        {
            Surround(item, indent);
            if (item is Mapping { Entries: [var first, ..] } mapping)
            {
                // Between the dash and its first key there is no place for a comment.
                Surround(first.Key, indent);
                _text.Append(' ', indent).Append("- ");
                WriteEntries(mapping, indent + Step, continuesLine: true);
            }
            else
            {
                _text.Append(' ', indent).Append('-');
                WriteValue(item, indent);
            }
        }
    }

    void WriteScalar(Scalar scalar, int indent)
    {
        if (scalar.Kind == ScalarKind.Text && ScalarText.FitsBlock(scalar.Text))
        {
            WriteBlock(scalar.Text, indent);
            return;
        }
        var written = scalar.Kind == ScalarKind.Text ? ScalarText.Write(scalar.Text) : scalar.Text;
        if (written.Length > 0)
            _text.Append(' ').Append(written);
        if (scalar.Trailing is { } trailing)
            _text.Append(" # ").Append(OneLine(trailing));
        _text.Append('\n');
    }

    void WriteBlock(string text, int indent)
    {
        _text.Append(" |");
        // Without the number, a reader takes the first line's spaces for the indentation.
        if (text[0] is ' ' or '\t')
            _text.Append(Step);
        if (!text.EndsWith('\n'))
            _text.Append('-');
        _text.Append('\n');
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', indent + Step).Append(line);
            _text.Append('\n');
        }
    }

    static string? Brackets(Sequence sequence)
    {
        if (
            !sequence.Items.All(item =>
                item is Scalar { Comment: null, Trailing: null, Text.Length: > 0 } or Scalar { Kind: ScalarKind.Text }
            )
        )
            return null;
        var items = sequence
            .Items.Cast<Scalar>()
            .Select(item => item.Kind == ScalarKind.Text ? ScalarText.Write(item.Text, inline: true) : item.Text);
        var brackets = $"[{string.Join(", ", items)}]";
        return brackets.Length <= LineLength ? brackets : null;
    }

    void Surround(Node node, int indent)
    {
        if (node.BlankBefore && _text.Length > 0)
            _text.Append('\n');
        if (node.Comment is null)
            return;
        foreach (var line in node.Comment.ReplaceLineEndings("\n").Split('\n'))
            _text.Append(' ', indent).Append(line.Length == 0 ? "#" : $"# {OneLine(line)}").Append('\n');
    }

    /// <summary>A comment ends where its line does, for every reader's idea of a line and of a character.</summary>
    static string OneLine(string comment) =>
        string.Concat(
                comment
                    .EnumerateRunes()
                    .Select(rune =>
                        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF ? " " : rune.ToString()
                    )
            )
            .TrimEnd();
}
