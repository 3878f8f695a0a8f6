namespace Slipway.Releases;

/// <summary>The rules of Keep a Changelog 1.1.0 that a program can judge, but for the links.</summary>
sealed class ChangelogCheck(Changelog log)
{
    readonly List<(int Line, string Message)> _findings = [];

    public IEnumerable<(int Line, string Message)> Run()
    {
        CheckTitle();
        CheckUnreleased();
        CheckHeadings();
        CheckOrder();
        CheckDates();
        foreach (var section in log.Sections)
            CheckContent(section);
        foreach (var entry in log.Lines.Where(line => line is { Kind: ChangelogLineKind.Entry, Content: "" }))
            Add(entry, "the entry is empty: say what changed, or remove it");
        return _findings;
    }

    void CheckTitle()
    {
        var titles = log.Lines.Where(line => line.Kind is ChangelogLineKind.Title).ToList();
        var first = log.Lines.FirstOrDefault(line => line.Kind is not ChangelogLineKind.Blank);
        if (first is not { Kind: ChangelogLineKind.Title, Content: "Changelog" })
            Add(first, "the log must begin with '# Changelog'");
        foreach (var other in titles.Skip(1))
            Add(other, "there is one title only: use '##' for a version and '###' for a category");
    }

    void CheckUnreleased()
    {
        if (log.Sections is not [{ IsUnreleased: true }, ..])
            Add(
                log.Sections is [var first, ..] ? first.Heading : null,
                "the first section must be '## [Unreleased]': add it, even empty"
            );
        foreach (var other in log.Sections.Skip(1).Where(section => section.IsUnreleased))
            Add(other.Heading, "'[Unreleased]' is not the first section: there is one, at the top");
    }

    void CheckHeadings()
    {
        foreach (var section in log.Sections.Where(section => !section.IsUnreleased))
        {
            var heading = section.Heading;
            if (section.VersionText is null)
                Add(
                    heading,
                    $"'{heading.Content}' is not a version's heading: write '## [1.2.3] - 2026-01-31{Yanked(heading)}'"
                );
            else if (section.Version is null)
                Add(heading, $"'{section.VersionText}' is not a semantic version: write 1.2.3 or 1.2.3-rc.1");
            if (section.DateText is { } date && section.Date is null)
                Add(heading, $"'{date}' is not a date: write year-month-day, as in 2026-01-31");
        }
    }

    /// <summary>Somebody who tried to say it is told how.</summary>
    static string Yanked(ChangelogLine heading) =>
        heading.Content.Contains("yanked", StringComparison.OrdinalIgnoreCase) ? " [YANKED]" : "";

    void CheckOrder()
    {
        var above = new Dictionary<string, ChangelogSection>(StringComparer.Ordinal);
        SemanticVersion? last = null;
        foreach (var section in log.Sections.Where(section => section.Version is not null))
        {
            var version = section.Version!;
            if (above.TryGetValue((version with { Build = null }).ToString(), out var same))
                Add(
                    section.Heading,
                    $"{version} has a section already, in line {same.Heading.Number}: put them together"
                );
            else if (last is not null && version > last)
                Add(section.Heading, $"{version} stands below {last}: the newest version comes first");
            above.TryAdd((version with { Build = null }).ToString(), section);
            last = version;
        }
    }

    /// <summary>A fix of an older line (1.2.4 below 1.3.0) may be younger than what stands above it; nothing else may.</summary>
    void CheckDates()
    {
        ChangelogSection? first = null;
        var ofLine = new Dictionary<(int, int), ChangelogSection>();
        foreach (var section in log.Sections.Where(section => section is { Version: not null, Date: not null }))
        {
            var version = section.Version!;
            var line = (version.Major, version.Minor);
            var bound = version.Patch == 0 ? first : ofLine.GetValueOrDefault(line);
            if (bound is not null && section.Date > bound.Date)
                Add(
                    section.Heading,
                    $"{version} is dated after {bound.Version}, which stands above it: put the dates right"
                );
            if (first is null || section.Date < first.Date)
                first = section;
            if (!ofLine.TryGetValue(line, out var earliest) || section.Date < earliest.Date)
                ofLine[line] = section;
        }
    }

    void CheckContent(ChangelogSection section)
    {
        if (!section.IsUnreleased && !section.HasEntries)
            Add(section.Heading, "the version has no entry: say what changed, or remove it");
        var stray = section
            .Lines.TakeWhile(line => line.Kind is not ChangelogLineKind.Category)
            .FirstOrDefault(line => line.Kind is ChangelogLineKind.Entry);
        if (stray is not null)
            Add(stray, "the entry is in no category: put it below '### Added' or another one");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var category in section.Categories)
        {
            var name = category.Name;
            if (!ChangelogCategory.Known.Contains(name, StringComparer.Ordinal))
                Add(category.Line, $"'{name}' is not a category: use {string.Join(", ", ChangelogCategory.Known)}");
            else if (!seen.Add(name))
                Add(category.Line, $"'{name}' is there already in this version: put them together");
            if (!HasContent(category))
                Add(category.Line, $"'{name}' has no entry: add '- …', or remove the heading");
        }
    }

    /// <summary>Steps have an order, so that those of an upgrade may be numbered, or text.</summary>
    static bool HasContent(ChangelogCategory category) =>
        category.Name is ChangelogCategory.Upgrade
            ? category.Text.Length > 0
            : category.Lines.Any(line => line.Kind is ChangelogLineKind.Entry);

    /// <param name="line">Null: the file is empty, or ends too early.</param>
    void Add(ChangelogLine? line, string message) => Add(line?.Number ?? Math.Max(1, log.Lines.Count), message);

    void Add(int line, string message) => _findings.Add((line, message));
}
