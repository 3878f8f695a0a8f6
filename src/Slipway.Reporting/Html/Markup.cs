using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Slipway.Reporting.Html;

/// <summary>HTML that is safe to write. It is made from interpolated strings alone, whose every hole is encoded.</summary>
readonly record struct Markup(string Text)
{
    public static Markup None { get; } = new("");

    /// <summary>The literal parts are HTML; what is filled in is text, unless it is markup itself.</summary>
    public static Markup Of(MarkupHandler content) => new(content.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Encodes as it is filled.</summary>
[InterpolatedStringHandler]
readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string html) => _text.Append(html);

    public void AppendFormatted(Markup html) => _text.Append(html.Text);

    public void AppendFormatted(IEnumerable<Markup> html) => _text.Append(Markup.Join(html).Text);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(Visible(text)));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    /// <summary>A control character has no place in HTML, encoded or not.</summary>
    static string? Visible(string? text) =>
        text is not null && text.Any(IsHidden)
            ? string.Concat(text.Select(character => IsHidden(character) ? '\uFFFD' : character))
            : text;

    static bool IsHidden(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\uFFFE' or '\uFFFF';
}
