namespace Slipway.Releases;

/// <summary>The links of a log that is rolled. A log without any, of a repository that nobody names, gets none.</summary>
static class ChangelogRollLinks
{
    public static void Update(
        List<ChangelogLine> lines,
        Changelog log,
        SemanticVersion version,
        Uri? repository,
        string ending
    )
    {
        string[] versions = [.. log.Sections.Select(section => section.VersionText!).Where(text => text is not null)];
        var links = new List<(int Index, ChangelogLink Link)>();
        foreach (var (index, line) in lines.Index())
        {
            if (
                ChangelogLink.Read(line) is { } link
                && (link.IsOf(ChangelogLink.Unreleased) || versions.Any(link.IsOf))
            )
                links.Add((index, link));
        }

        if (Style.Of(links.Select(found => found.Link), versions, repository) is not { } style)
            return;
        if (links.Count == 0)
            Append(
                lines,
                ending,
                [style.Unreleased(version.ToString()), .. style.Of([version.ToString(), .. versions])]
            );
        else
            Extend(lines, links, style, [version.ToString(), .. versions], ending);
    }

    /// <summary>Changes where Unreleased begins, and adds the links that are missing, each in its place.</summary>
    static void Extend(
        List<ChangelogLine> lines,
        List<(int Index, ChangelogLink Link)> links,
        Style style,
        string[] versions,
        string ending
    )
    {
        if (links.FirstOrDefault(found => found.Link.IsOf(ChangelogLink.Unreleased)) is not { Link: { } open } found)
        {
            Insert(lines, links[0].Index, [style.Unreleased(versions[0]), style.Of(versions).First()], ending);
            return;
        }

        var line = lines[found.Index];
        var target = style.UnreleasedTarget(versions[0], open.Comparison?.To ?? "HEAD");
        lines[found.Index] = line with { Text = line.Text.Replace(open.Target, target, StringComparison.Ordinal) };
        Insert(lines, found.Index + 1, [style.Of(versions).First()], ending);
    }

    static void Insert(List<ChangelogLine> lines, int place, string[] added, string ending)
    {
        var isAtEnd = place == lines.Count;
        var last = isAtEnd ? lines[^1].Ending : ending;
        if (isAtEnd)
            lines[^1] = lines[^1] with { Ending = ending };
        lines.InsertRange(
            place,
            added.Select(
                (text, index) =>
                    new ChangelogLine(0, ChangelogLineKind.Link, text, index == added.Length - 1 ? last : ending)
            )
        );
    }

    /// <summary>At the end, apart from what is above it; a file that did not end its last line does not do so afterwards.</summary>
    static void Append(List<ChangelogLine> lines, string ending, string[] added)
    {
        if (lines[^1].Kind is not ChangelogLineKind.Blank)
            added = ["", .. added];
        Insert(lines, lines.Count, added, ending);
    }

    /// <summary>How this log's links are written.</summary>
    sealed record Style(string Repository, string Compare, string Prefix)
    {
        public static Style? Of(IEnumerable<ChangelogLink> links, string[] versions, Uri? repository)
        {
            foreach (var link in links)
            {
                var page = link.Comparison?.Repository ?? link.Release?.Repository;
                var tag = link.IsOf(ChangelogLink.Unreleased)
                    ? link.Comparison?.From
                    : link.Comparison?.To ?? link.Release?.Tag;
                if (page is null)
                    continue;
                var dashed = link.Target.StartsWith($"{page}/-/", StringComparison.Ordinal);
                var version = versions.FirstOrDefault(version =>
                    tag is not null && ChangelogLink.IsTagOf(tag, version)
                );
                return new Style(
                    page,
                    dashed ? "/-/compare/" : "/compare/",
                    version is null ? "v" : tag![..^version.Length]
                );
            }

            return repository is null ? null : new Style(repository.ToString().TrimEnd('/'), "/compare/", "v");
        }

        public string Unreleased(string last) => $"[Unreleased]: {UnreleasedTarget(last, "HEAD")}";

        public string UnreleasedTarget(string last, string to) => $"{Repository}{Compare}{Prefix}{last}...{to}";

        /// <param name="versions">The newest first.</param>
        public IEnumerable<string> Of(string[] versions) =>
            versions.Select(
                (version, index) =>
                    index + 1 < versions.Length
                        ? $"[{version}]: {Repository}{Compare}{Prefix}{versions[index + 1]}...{Prefix}{version}"
                        : $"[{version}]: {Repository}{(Compare.StartsWith("/-", StringComparison.Ordinal) ? "/-" : "")}/releases/tag/{Prefix}{version}"
            );
    }
}
