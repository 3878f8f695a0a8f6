using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>What sections of the log have already, told by its text, its pull request or one of its commits.</summary>
sealed partial class PresentEntries
{
    readonly HashSet<string> _requests = new(StringComparer.Ordinal);
    readonly HashSet<string> _commits = new(StringComparer.Ordinal);
    readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);

    public PresentEntries(IEnumerable<ChangelogSection> sections)
    {
        foreach (var category in sections.SelectMany(section => section.Categories))
        {
            // An upgrade step and its change name the same commit, and one does not stand for the other.
            var prefix = PrefixOf(category.Name);
            foreach (Match match in Request().Matches(category.Text))
                _requests.Add(prefix + match.Groups["number"].Value);
            foreach (Match match in Sha().Matches(category.Text))
                _commits.Add(prefix + match.Value[..7]);
            _texts.UnionWith(category.Entries.Select(text => prefix + Words(text)));
        }
    }

    public bool Has(DraftEntry entry)
    {
        var prefix = PrefixOf(entry.Category);
        return entry.PullRequest is { } number
                && _requests.Contains(prefix + number.ToString(CultureInfo.InvariantCulture))
            || entry.Commits.Any(sha => _commits.Contains(prefix + sha[..7]))
            || _texts.Contains(prefix + Words(entry.Text));
    }

    static string PrefixOf(string category) => category is ChangelogCategory.Upgrade ? "upgrade " : "";

    static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    [GeneratedRegex(@"#(?<number>[0-9]+)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b[0-9a-f]{7,40}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha();
}
