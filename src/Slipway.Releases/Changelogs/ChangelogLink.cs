using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>
/// Where a version's heading leads: <c>[1.2.3]: https://host/owner/name/compare/v1.2.2...v1.2.3</c>, the last one
/// <c>…/releases/tag/v1.0.0</c>, as GitHub and what is modelled on it have them.
/// </summary>
sealed partial record ChangelogLink(string Label, string Target)
{
    public const string Unreleased = "Unreleased";

    public static bool IsDefinition(string line) => Definition().IsMatch(line);

    /// <summary>Null: the line defines no link.</summary>
    public static ChangelogLink? Read(ChangelogLine line) =>
        line.Kind is ChangelogLineKind.Link && Definition().Match(line.Text) is { Success: true } match
            ? new ChangelogLink(match.Groups["label"].Value, match.Groups["target"].Value)
            : null;

    public bool IsOf(string label) => string.Equals(Label, label, StringComparison.OrdinalIgnoreCase);

    /// <summary>The two ends of a comparison; null: the target is none.</summary>
    public (string Repository, string From, string To)? Comparison =>
        Compare().Match(Target) is { Success: true } match
            ? (match.Groups["repository"].Value, match.Groups["from"].Value, match.Groups["to"].Value)
            : null;

    /// <summary>The tag whose release is shown; null: the target is no release's page.</summary>
    public (string Repository, string Tag)? Release =>
        ReleasePage().Match(Target) is { Success: true } match
            ? (match.Groups["repository"].Value, match.Groups["tag"].Value)
            : null;

    /// <summary>Whether a tag is a version's, whatever prefix the repository has.</summary>
    public static bool IsTagOf(string tag, string version) =>
        tag.EndsWith(version, StringComparison.Ordinal)
        && (
            tag.Length == version.Length
            || !(char.IsAsciiDigit(tag[^(version.Length + 1)]) || tag[^(version.Length + 1)] == '.')
        );

    // "[^label]:" would be a footnote.
    [GeneratedRegex(
        @"\A\[(?<label>[^\]\^][^\]]*)\]:[ \t]*(?<target>\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"\A(?<repository>.+?)(/-)?/compare/(?<from>.+?)\.\.\.?(?<to>[^.].*)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Compare();

    [GeneratedRegex(
        @"\A(?<repository>.+?)(/-)?/(releases/tag|releases|tags|tree)/(?<tag>[^/]+)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ReleasePage();
}
