using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>The rules of Keep a Changelog 1.1.0 that a program can judge.</summary>
sealed partial class ChangelogCheck(IReadOnlyList<ChangelogLine> lines)
{
    const string Unreleased = "[Unreleased]";

    /// <summary>The form's six, and ours for what an operator must do when upgrading.</summary>
    static readonly string[] Categories = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Upgrade"];

    readonly List<(int Line, string Message)> _findings = [];

    public IEnumerable<(int Line, string Message)> Run()
    {
        CheckTitle();
        CheckVersions();
        foreach (var section in Sections(ChangelogLineKind.Version, lines))
            CheckSection(section);
        CheckEntries();
        return _findings.OrderBy(finding => finding.Line);
    }

    void CheckTitle()
    {
        var titles = lines.Where(line => line.Kind is ChangelogLineKind.Title).ToList();
        var first = lines.FirstOrDefault(line => line.Kind is not ChangelogLineKind.Blank);
        if (first is not { Kind: ChangelogLineKind.Title, Content: "Changelog" })
            Add(first, "the log must begin with '# Changelog'");
        foreach (var other in titles.Skip(1))
            Add(other, "there is one title only: use '##' for a version and '###' for a category");
    }

    void CheckVersions()
    {
        var headings = lines.Where(line => line.Kind is ChangelogLineKind.Version).ToList();
        if (headings.Count == 0 || headings[0].Content is not Unreleased)
            Add(headings.FirstOrDefault(), $"the first section must be '## {Unreleased}': add it, even empty");

        SemanticVersion? above = null;
        foreach (var heading in headings)
        {
            if (heading.Content is Unreleased)
            {
                if (heading != headings[0])
                    Add(heading, $"'{Unreleased}' is not the first section: there is one, at the top");
                continue;
            }

            if (ReadVersion(heading) is not { } version)
                continue;
            if (above is not null && version.CompareTo(above) == 0)
                Add(heading, $"{version} has a section already: put them together");
            else if (above is not null && version > above)
                Add(heading, $"{version} stands below {above}: the newest version comes first");
            above = version;
        }
    }

    SemanticVersion? ReadVersion(ChangelogLine heading)
    {
        var match = VersionHeading().Match(heading.Content);
        if (!match.Success)
        {
            Add(heading, $"'{heading.Content}' is not a version's heading: write '## [1.2.3] - 2026-01-31'");
            return null;
        }

        var date = match.Groups["date"].Value;
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            Add(heading, $"'{date}' is not a date: write year-month-day, as in 2026-01-31");
        if (SemanticVersion.TryParse(match.Groups["version"].Value, out var version))
            return version;
        Add(heading, $"'{match.Groups["version"].Value}' is not a semantic version: write 1.2.3 or 1.2.3-rc.1");
        return null;
    }

    void CheckSection(IReadOnlyList<ChangelogLine> section)
    {
        var heading = section[0];
        if (heading.Content is not Unreleased && !section.Any(line => line.Kind is ChangelogLineKind.Entry))
            Add(heading, "the version has no entry: say what changed, or remove it");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var category in Sections(ChangelogLineKind.Category, section))
        {
            var name = category[0].Content;
            if (!Categories.Contains(name, StringComparer.Ordinal))
                Add(category[0], $"'{name}' is not a category: use {string.Join(", ", Categories)}");
            else if (!seen.Add(name))
                Add(category[0], $"'{name}' is there already in this version: put them together");
            if (!category.Any(line => line.Kind is ChangelogLineKind.Entry))
                Add(category[0], $"'{name}' has no entry: add '- …', or remove the heading");
        }
    }

    void CheckEntries()
    {
        foreach (var entry in lines.Where(line => line is { Kind: ChangelogLineKind.Entry, Content: "" }))
            Add(entry, "the entry is empty: say what changed, or remove it");
    }

    /// <summary>Each heading of a kind with the lines below it.</summary>
    static IEnumerable<IReadOnlyList<ChangelogLine>> Sections(
        ChangelogLineKind kind,
        IReadOnlyList<ChangelogLine> lines
    )
    {
        var starts = lines.Select((line, index) => (line, index)).Where(at => at.line.Kind == kind).ToList();
        return starts.Select(
            (start, number) =>
            {
                var end = number + 1 < starts.Count ? starts[number + 1].index : lines.Count;
                return lines.Skip(start.index).Take(end - start.index).ToList();
            }
        );
    }

    /// <param name="line">Null: the file is empty, or ends too early.</param>
    void Add(ChangelogLine? line, string message) => _findings.Add((line?.Number ?? Math.Max(1, lines.Count), message));

    [GeneratedRegex(
        @"\A\[(?<version>[^\]]+)\] - (?<date>\S+)( \[YANKED\])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VersionHeading();
}
