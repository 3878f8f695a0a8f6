// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string DoubleQuote(this string str) => Quote(str, '"');

    public static string SingleQuote(this string str) => Quote(str, '\'');

    /// <summary>Quotes a text that has a space and no quotes yet. An empty text stays empty.</summary>
    public static string DoubleQuoteIfNeeded(this string str) => str.DoubleQuoteIfNeeded(' ');

    public static string DoubleQuoteIfNeeded(this string str, params char?[] disallowed) =>
        NeedsQuotes(str, '"', disallowed) ? str.DoubleQuote() : EmptyIfBlank(str);

    /// <summary>Quotes a text that has a space and no quotes yet. An empty text stays empty.</summary>
    public static string SingleQuoteIfNeeded(this string str) => str.SingleQuoteIfNeeded(' ');

    public static string SingleQuoteIfNeeded(this string str, params char?[] disallowed) =>
        NeedsQuotes(str, '\'', disallowed) ? str.SingleQuote() : EmptyIfBlank(str);

    public static bool IsDoubleQuoted(this string str) => str.StartsWith('"') && str.EndsWith('"');

    public static bool IsSingleQuoted(this string str) => str.StartsWith('\'') && str.EndsWith('\'');

    public static string TrimMatchingDoubleQuotes(this string str) => TrimMatchingQuotes(str, '"');

    public static string TrimMatchingSingleQuotes(this string str) => TrimMatchingQuotes(str, '\'');

    private static string TrimMatchingQuotes(string str, char quote) =>
        str.Length >= 2 && str[0] == quote && str[^1] == quote ? str[1..^1] : str;

    private static string Quote(string str, char quote) =>
        quote + str?.Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal) + quote;

    private static bool NeedsQuotes(string str, char quote, char?[] disallowed) =>
        !string.IsNullOrWhiteSpace(str)
        && !(str.StartsWith(quote) && str.EndsWith(quote))
        && disallowed.Any(x => x is { } character && str.Contains(character, StringComparison.Ordinal));

    private static string EmptyIfBlank(string str) => string.IsNullOrWhiteSpace(str) ? string.Empty : str;
}
