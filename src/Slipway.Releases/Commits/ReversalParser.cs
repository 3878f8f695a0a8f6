using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>How git (git-revert(1)), GitHub and the specification's own example say that a commit takes another one back.</summary>
static partial class ReversalParser
{
    /// <param name="message">The whole message: most name no revert at all, which is seen by a glance at it.</param>
    public static Reversal? Read(ConventionalCommit commit, string message)
    {
        if (
            !message.Contains("evert", StringComparison.OrdinalIgnoreCase)
            && !message.StartsWith("Reapply", StringComparison.Ordinal)
        )
            return null;
        var text = string.Join('\n', [commit.Body, .. commit.Footers.Select(Written)]);
        var isRevert = commit.Type is "revert";
        var subject = SubjectOf(commit.Description);
        var shas = Sentence().Matches(text).Select(match => match.Groups["sha"].Value);
        if (isRevert)
            shas = shas.Concat(commit.Footers.Where(footer => footer.Is("Refs")).SelectMany(ShasOf));
        var pull = PullRequest().Match(text) is { Success: true } match ? Number(match.Groups["number"].Value) : null;
        string[] found = [.. shas.Select(sha => sha.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        return found.Length > 0 || isRevert || subject is not null
            ? new Reversal(found, subject ?? (isRevert ? commit.Description : null), pull)
            : null;
    }

    static string Written(CommitFooter footer) => $"{footer.Token}{(footer.IsNumbered ? " #" : ": ")}{footer.Value}";

    /// <summary>A revert of a revert is called <c>Reapply</c> since git 2.43.</summary>
    static string? SubjectOf(string description)
    {
        var quoted = Quoted().Match(description);
        if (!quoted.Success)
            return null;
        var subject = quoted.Groups["subject"].Value;
        return quoted.Groups["verb"].Value is "Reapply" ? $"Revert \"{subject}\"" : subject;
    }

    static IEnumerable<string> ShasOf(CommitFooter footer) =>
        footer
            .Value.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length is >= 7 and <= 64 && word.All(char.IsAsciiHexDigit));

    static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        @"\A(?<verb>Revert|Reapply) ""(?<subject>.+)""( \(#[0-9]+\))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\bThis reverts commit (?<sha>[0-9A-Fa-f]{7,64})\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"^Reverts ([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)?#(?<number>[0-9]+)\b",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex PullRequest();
}
