using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>
/// What GitHub writes into the commit of a merged pull request: <c>Merge pull request #12 from owner/branch</c> with the
/// title below, or, squashed or rebased, <c>Title (#12)</c>.
/// </summary>
/// <param name="Title">Empty: the merge does not say.</param>
sealed partial record PullRequestSubject(int Number, string Title)
{
    public static PullRequestSubject? Read(string message)
    {
        var lines = message.Split('\n');
        var subject = lines[0].Trim();
        if (
            subject.StartsWith("Merge pull request #", StringComparison.Ordinal)
            && Merge().Match(subject) is { Success: true } merge
        )
            return Of(merge, lines.Skip(1).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim() ?? "");
        return subject.EndsWith(')') && Squash().Match(subject) is { Success: true } squash
            ? Of(squash, squash.Groups["title"].Value)
            : null;
    }

    static PullRequestSubject? Of(Match match, string title) =>
        int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PullRequestSubject(number, title)
            : null;

    [GeneratedRegex(
        @"\AMerge pull request #(?<number>[0-9]+) from ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Merge();

    [GeneratedRegex(
        @"\A(?<title>.*\S) ?\(#(?<number>[0-9]+)\)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Squash();
}
