using System.Text.RegularExpressions;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Texts as bash reads them back.</summary>
static partial class ShellWords
{
    public static string Quote(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A pattern that bash expands: what is no wildcard stands for itself.</summary>
    public static string Pattern(string pattern) => Special().Replace(pattern, @"\$0");

    [GeneratedRegex(@"^[\w./:@%+=,-]+\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[^\w./:@%+=,\-*?\[\]{}]", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, 1000)]
    private static partial Regex Special();
}
