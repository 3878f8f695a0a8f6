using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace TinyGallery.Api.Pages;

/// <summary>
/// Text that is HTML already. It is made from interpolated strings only, in which every value is encoded unless it is
/// <see cref="Html"/> itself: a title cannot become markup by being forgotten.
/// </summary>
readonly record struct Html
{
    readonly string? _text;

    Html(string text) => _text = text;

    public static Html Of(Interpolation html) => new(html.Text);

    /// <summary>Text of our own that is markup already; never anything that came from outside.</summary>
    public static Html Trusted(string text) => new(text);

    public static Html Concat(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => _text ?? "";

    [InterpolatedStringHandler]
    public readonly ref struct Interpolation(int literalLength, int formattedCount)
    {
        const int GuessedValueLength = 16;
        readonly StringBuilder _text = new(literalLength + (formattedCount * GuessedValueLength));

        public string Text => _text.ToString();

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(Html html) => _text.Append(html.ToString());

        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(long number) => _text.Append(number);

        public void AppendFormatted(Guid id) => _text.Append(id);
    }
}
