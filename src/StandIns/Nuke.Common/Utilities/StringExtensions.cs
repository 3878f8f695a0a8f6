// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

/// <summary>What builds do with text. Comparisons are ordinal.</summary>
public static partial class StringExtensions
{
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);

    public static string ToNullIfEmpty(this string str) => string.IsNullOrEmpty(str) ? null : str;

    public static string ToNullIfWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str) ? null : str;

    public static string Capitalize(this string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Doubles braces, so that a logger does not read a placeholder.</summary>
    public static string EscapeBraces(this string str) =>
        string.IsNullOrWhiteSpace(str)
            ? string.Empty
            : str.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    public static string Prepend(this string str, string prependText) => prependText + str;

    public static string Append(this string str, string appendText) => str + appendText;

    public static string Repeat(this char ch, int count) => new(ch, count);

    public static string Indent(this string text, int count) => ' '.Repeat(count) + text;

    /// <summary>The first characters and an ellipsis, when there are more.</summary>
    public static string Truncate(this string str, int maxChars) =>
        str.Length <= maxChars ? str : str[..maxChars] + "…";

    /// <summary>Removes the text from the end, once.</summary>
    public static string TrimEnd(this string str, string trim) =>
        str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>Removes the text from the start, once.</summary>
    public static string TrimStart(this string str, string trim) =>
        str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    /// <summary>Leaves one of each run of the text.</summary>
    public static string TrimToOne(this string str, string trim)
    {
        while (str.Contains(trim + trim, StringComparison.Ordinal))
            str = str.Replace(trim + trim, trim, StringComparison.Ordinal);
        return str;
    }

    /// <summary>Removes line breaks and leaves one of each run of spaces.</summary>
    public static string TrimWhitespaces(this string str) =>
        str.Replace("\r", string.Empty, StringComparison.Ordinal)
            .Replace("\n", string.Empty, StringComparison.Ordinal)
            .TrimToOne(" ");

    public static string ReplaceRegex(
        this string str,
        [StringSyntax(StringSyntaxAttribute.Regex, nameof(options))] string pattern,
        MatchEvaluator matchEvaluator,
        RegexOptions options = RegexOptions.None
    ) => Regex.Replace(str, pattern, matchEvaluator, options, TimeSpan.FromSeconds(10));

    [SuppressMessage("Security", "CA5351", Justification = "A fingerprint for caches, as the name says; no secret.")]
    public static string GetMD5Hash(this string str) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(str)));

    public static string GetSHA256Hash(this string str) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));
}
