using System.Text.RegularExpressions;

namespace Slipway.Verification.Documents;

/// <summary>A link or a heading of a Markdown file. Code blocks and code between backticks hold neither.</summary>
static partial class MarkdownLinks
{
    /// <summary>Targets with their lines, from 1.</summary>
    public static IEnumerable<(int Line, string Target)> Targets(string text) =>
        from line in Prose(text)
        from match in LinkPattern().Matches(CodePattern().Replace(line.Text, ""))
        select (line.Number, match.Groups["target"].Value);

    /// <summary>What a link can lead to within the file, as GitHub names its headings.</summary>
    public static IReadOnlySet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Prose(text))
        {
            if (HeadingPattern().Match(line.Text) is not { Success: true } heading)
                continue;
            var anchor = AnchorOf(heading.Groups["title"].Value.Trim());
            var unique = anchor;
            for (var number = 1; !anchors.Add(unique); number++)
                unique = FormattableString.Invariant($"{anchor}-{number}");
        }

        return anchors;
    }

    static string AnchorOf(string title) =>
        string.Concat(
            title
                .ToLowerInvariant()
                .Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
                .Select(character => character == ' ' ? '-' : character)
        );

    static IEnumerable<(int Number, string Text)> Prose(string text)
    {
        string? fence = null;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var start = line.TrimStart();
            if (fence is not null)
            {
                if (start.StartsWith(fence, StringComparison.Ordinal))
                    fence = null;
            }
            else if (
                start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal)
            )
                fence = start[..3];
            else
                yield return (index + 1, line);
        }
    }

    [GeneratedRegex(
        @"\]\(<?(?<target>[^)\s>]+)>?(\s+""[^""]*"")?\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LinkPattern();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^#{1,6}\s+(?<title>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingPattern();
}
