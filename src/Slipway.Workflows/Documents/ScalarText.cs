using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Documents;

/// <summary>
/// How a text is written so that YAML 1.1 and YAML 1.2 both read it back as that text: plain where both do, else in
/// single quotes, else in double quotes with escapes.
/// </summary>
static partial class ScalarText
{
    /// <summary>Those that begin something else than a plain scalar (YAML 1.2, 5.3), and those that only might.</summary>
    const string Leading = "-?:,[]{}#&*!|>'\"%@`=~<";

    const string InBrackets = ",[]{}";

    /// <param name="inline">In brackets, where commas and brackets mean something.</param>
    public static string Write(string text, bool inline = false)
    {
        if (IsPlain(text, inline))
            return text;
        return text.EnumerateRunes().All(IsVisible) && !HasLoneSurrogate(text) ? Quote(text) : Escape(text);
    }

    /// <summary>
    /// Whether <c>|</c> can hold it: several lines, all visible, an end that chomping can say, and no line of spaces
    /// alone, which readers do not agree on.
    /// </summary>
    public static bool FitsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && !text.StartsWith('\n')
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && Array.TrueForAll(text.Split('\n'), line => line.Length == 0 || !string.IsNullOrWhiteSpace(line))
        && text.EnumerateRunes().All(rune => rune.Value is '\n' or '\t' || IsVisible(rune))
        && !HasLoneSurrogate(text);

    static bool IsPlain(string text, bool inline) =>
        text.Length > 0
        && !Leading.Contains(text[0], StringComparison.Ordinal)
        && text[0] != ' '
        && text[^1] is not (' ' or ':')
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        // Nothing makes it: but a cron without quotes looks wrong to everybody.
        && !text.Contains(" *", StringComparison.Ordinal)
        && !(inline && text.AsSpan().ContainsAny(InBrackets))
        && text.EnumerateRunes().All(IsVisible)
        && !HasLoneSurrogate(text)
        && !Word().IsMatch(text)
        && !Digits().IsMatch(text);

    static string Quote(string text)
    {
        var hasQuote = text.Contains('\'', StringComparison.Ordinal);
        return hasQuote && !text.AsSpan().ContainsAny('"', '\\')
            ? $"\"{text}\""
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    static string Escape(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    _ when IsVisible(rune) => rune.ToString(),
                    <= 0xFF => $@"\x{rune.Value:X2}",
                    <= 0xFFFF => $@"\u{rune.Value:X4}",
                    _ => $@"\U{rune.Value:X8}",
                }
            );
        }
        return escaped.Append('"').ToString();
    }

    /// <summary>
    /// What a reader sees as it is. Formats are not: a right-to-left mark would show another text than the one that runs.
    /// </summary>
    static bool IsVisible(Rune rune) =>
        rune.Value == ' '
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    /// <summary>Enumerating runes puts U+FFFD in its place; UTF-8 could not carry it either.</summary>
    static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (!char.IsSurrogatePair(text, index))
                return true;
            index++;
        }
        return false;
    }

    /// <summary>null and booleans of YAML 1.1 (yaml.org/type), which holds those of 1.2; infinity and not-a-number.</summary>
    [GeneratedRegex(
        @"^(null|y|yes|n|no|true|false|on|off|[-+]?\.inf|\.nan|\.\.\.)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Word();

    /// <summary>Every number of both, octal, hexadecimal, sexagesimal, and dates; and a few that only look like one.</summary>
    [GeneratedRegex(@"^[-+.]*[0-9][-+0-9a-fA-FxXoOeEtTzZ_.:, ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
