using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>A version of a change log, or what is not released yet.</summary>
public sealed partial record ChangelogSection
{
    const string UnreleasedTitle = "[Unreleased]";

    ChangelogSection(ChangelogLine heading, IReadOnlyList<ChangelogLine> lines)
    {
        Heading = heading;
        Lines = lines;
        var match = Pattern().Match(heading.Content);
        if (!match.Success)
            return;
        VersionText = match.Groups["version"].Value;
        DateText = match.Groups["date"].Value;
        IsYanked = match.Groups["yanked"].Success;
        Version = SemanticVersion.TryParse(VersionText, out var version) ? version : null;
        Date = DateOnly.TryParseExact(
            DateText,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
    }

    public ChangelogLine Heading { get; }

    /// <summary>What is below the heading, definitions of links included.</summary>
    public IReadOnlyList<ChangelogLine> Lines { get; }

    public bool IsUnreleased => Heading.Content is UnreleasedTitle;

    /// <summary>What stands in the brackets; null: the heading has another form.</summary>
    internal string? VersionText { get; }

    /// <summary>What stands in the place of the date; null: the heading has another form.</summary>
    internal string? DateText { get; }

    /// <summary>Null: not released, or no semantic version.</summary>
    public SemanticVersion? Version { get; }

    /// <summary>Null: not released, or no date.</summary>
    public DateOnly? Date { get; }

    /// <summary>The version was taken back: <c>[YANKED]</c>.</summary>
    public bool IsYanked { get; }

    public bool HasEntries => Lines.Any(line => line.Kind is ChangelogLineKind.Entry);

    /// <summary>What is said of the version as a whole, above its first category: its highlights. Empty for none.</summary>
    public string Introduction => TextOf(Lines.TakeWhile(line => line.Kind is not ChangelogLineKind.Category));

    public IReadOnlyList<ChangelogCategory> Categories =>
        [
            .. Below(ChangelogLineKind.Category, Lines)
                .Select(part => new ChangelogCategory(part.Heading.Content, part.Heading.Number, part.Lines)),
        ];

    internal static IReadOnlyList<ChangelogSection> Read(IReadOnlyList<ChangelogLine> lines) =>
        [.. Below(ChangelogLineKind.Version, lines).Select(part => new ChangelogSection(part.Heading, part.Lines))];

    /// <summary>Markdown without the definitions of links, and without empty lines around it.</summary>
    internal static string TextOf(IEnumerable<ChangelogLine> lines) =>
        string.Join(
                '\n',
                lines.Where(line => line.Kind is not ChangelogLineKind.Link).Select(line => line.Text.TrimEnd())
            )
            .Trim('\n');

    static IEnumerable<(ChangelogLine Heading, IReadOnlyList<ChangelogLine> Lines)> Below(
        ChangelogLineKind kind,
        IReadOnlyList<ChangelogLine> lines
    )
    {
        var starts = lines
            .Index()
            .Where(at => at.Item.Kind == kind)
            .Select(at => at.Index)
            .Append(lines.Count)
            .ToList();
        return starts.Zip(
            starts.Skip(1),
            (start, end) => (lines[start], (IReadOnlyList<ChangelogLine>)[.. lines.Take((start + 1)..end)])
        );
    }

    [GeneratedRegex(
        @"\A\[(?<version>[^\]]+)\] - (?<date>\S+)(?<yanked> \[YANKED\])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}

/// <summary>A kind of changes in a version: <c>### Added</c> and what is below it.</summary>
/// <param name="Line">The heading's, from 1.</param>
public sealed record ChangelogCategory(string Name, int Line, IReadOnlyList<ChangelogLine> Lines)
{
    /// <summary>What an operator must do when upgrading: ours, beside the form's six.</summary>
    public const string Upgrade = "Upgrade";

    /// <summary>The six of Keep a Changelog 1.1.0 in its order, and <see cref="Upgrade"/>.</summary>
    public static IReadOnlyList<string> Known { get; } =
    ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", Upgrade];

    /// <summary>The entries as Markdown, their marks included.</summary>
    public string Text => ChangelogSection.TextOf(Lines);

    /// <summary>Each entry with the lines that continue it, without its mark.</summary>
    public IReadOnlyList<string> Entries
    {
        get
        {
            var entries = new List<List<string>>();
            foreach (var line in Lines.Where(line => line.Kind is not ChangelogLineKind.Link))
            {
                if (line.Kind is ChangelogLineKind.Entry)
                    entries.Add([line.Content]);
                else if (entries.Count > 0)
                    entries[^1].Add(line.Text.Trim());
            }

            return [.. entries.Select(lines => string.Join('\n', lines).Trim())];
        }
    }
}
