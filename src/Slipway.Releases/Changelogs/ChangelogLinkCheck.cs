namespace Slipway.Releases;

/// <summary>
/// The links of a log: none at all, or one for each section that leads where its heading says. A link of another form
/// than a comparison is nobody's to judge here.
/// </summary>
sealed class ChangelogLinkCheck(Changelog log)
{
    readonly List<(int Line, string Message)> _findings = [];

    public IEnumerable<(int Line, string Message)> Run()
    {
        var links = log
            .Lines.Select(line => (Line: line, Link: ChangelogLink.Read(line)!))
            .Where(found => found.Link is not null)
            .ToList();
        var first = links
            .GroupBy(found => found.Link.Label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var (line, link) in links.Where(found => found != first[found.Link.Label]))
            Add(line, $"'[{link.Label}]' leads somewhere already, in line {first[link.Label].Line.Number}: keep one");

        CheckUse(first.Values);
        CheckSections(first);
        return _findings;
    }

    void CheckUse(IEnumerable<(ChangelogLine Line, ChangelogLink Link)> links)
    {
        var text = string.Join(
            '\n',
            log.Lines.Where(line => line.Kind is not ChangelogLineKind.Link).Select(line => line.Text)
        );
        foreach (var (line, link) in links)
        {
            if (!text.Contains($"[{link.Label}]", StringComparison.OrdinalIgnoreCase))
                Add(line, $"nothing in the log says '[{link.Label}]': remove the link, or add what it belongs to");
        }
    }

    void CheckSections(Dictionary<string, (ChangelogLine Line, ChangelogLink Link)> links)
    {
        var versions = log.Sections.Where(section => section.Version is not null).ToList();
        var known = log.Sections.Select(section =>
            section.IsUnreleased ? ChangelogLink.Unreleased : section.VersionText
        );
        if (!known.Any(label => label is not null && links.ContainsKey(label)))
            return;

        if (log.Unreleased is { } unreleased && Find(links, unreleased, ChangelogLink.Unreleased) is { } open)
            CheckUnreleased(open.Line, open.Link, versions);
        foreach (var (index, section) in versions.Index())
        {
            if (Find(links, section, section.VersionText!) is var (line, link))
                CheckVersion(line, link, section, versions[(index + 1)..]);
        }
    }

    (ChangelogLine Line, ChangelogLink Link)? Find(
        Dictionary<string, (ChangelogLine Line, ChangelogLink Link)> links,
        ChangelogSection section,
        string label
    )
    {
        if (links.TryGetValue(label, out var found))
            return found;
        Add(section.Heading, $"'[{label}]' leads nowhere: add '[{label}]: https://…' below, as other sections have it");
        return null;
    }

    void CheckUnreleased(ChangelogLine line, ChangelogLink link, List<ChangelogSection> versions)
    {
        if (
            versions is [var last, ..]
            && link.Comparison is { } ends
            && !ChangelogLink.IsTagOf(ends.From, last.VersionText!)
        )
            Add(line, $"'[Unreleased]' compares with '{ends.From}': compare with the last version, {last.VersionText}");
    }

    void CheckVersion(ChangelogLine line, ChangelogLink link, ChangelogSection section, List<ChangelogSection> below)
    {
        var to = link.Comparison?.To ?? link.Release?.Tag;
        if (to is not null && !ChangelogLink.IsTagOf(to, section.VersionText!))
            Add(line, $"'[{section.VersionText}]' leads to '{to}': it must lead to the tag of {section.VersionText}");
        if (
            link.Comparison is { } ends
            && below.Count > 0
            && !Predecessors(below).Any(one => ChangelogLink.IsTagOf(ends.From, one.VersionText!))
        )
            Add(
                line,
                $"'[{section.VersionText}]' compares with '{ends.From}': compare with the version below, {below[0].VersionText}"
            );
    }

    /// <summary>The version below; and where that is a fix of an older line, what the line began with will do as well.</summary>
    static IEnumerable<ChangelogSection> Predecessors(List<ChangelogSection> below)
    {
        foreach (var section in below)
        {
            yield return section;
            if (section.Version!.Patch == 0)
                yield break;
        }
    }

    void Add(ChangelogLine line, string message) => _findings.Add((line.Number, message));
}
