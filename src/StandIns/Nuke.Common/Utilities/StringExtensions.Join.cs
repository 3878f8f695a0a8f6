// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string Join(this IEnumerable<string> enumerable, string separator) =>
        string.Join(separator, enumerable);

    public static string Join(this IEnumerable<string> enumerable, char separator) =>
        string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string> values) => values.Join(' ');

    public static string JoinDash(this IEnumerable<string> values) => values.Join('-');

    public static string JoinUnderscore(this IEnumerable<string> values) => values.Join('_');

    public static string JoinAmpersand(this IEnumerable<string> values) => values.Join('&');

    public static string JoinSemicolon(this IEnumerable<string> values) => values.Join(';');

    public static string JoinSlash(this IEnumerable<string> values) => values.Join('/');

    public static string JoinBackslash(this IEnumerable<string> values) => values.Join('\\');

    public static string JoinDot(this IEnumerable<string> values) => values.Join('.');

    public static string JoinComma(this IEnumerable<string> values) => values.Join(',');

    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b, or c</c>.</summary>
    public static string JoinCommaOr(this IEnumerable<string> values) => JoinWithLast(values, "or");

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b, and c</c>.</summary>
    public static string JoinCommaAnd(this IEnumerable<string> values) => JoinWithLast(values, "and");

    public static string JoinNewLine(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join(NewLineOf(platformFamily));

    public static string JoinParagraph(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join(NewLineOf(platformFamily) + NewLineOf(platformFamily));

    private static string JoinWithLast(IEnumerable<string> values, string word) =>
        values.ToList() switch
        {
            [] => string.Empty,
            [var only] => only ?? string.Empty,
            [var first, var second] => $"{first} {word} {second}",
            [.. var others, var last] => $"{others.JoinCommaSpace()}, {word} {last}",
        };

    private static string NewLineOf(PlatformFamily? platform) =>
        platform switch
        {
            null => Environment.NewLine,
            PlatformFamily.Windows => "\r\n",
            _ => "\n",
        };
}
