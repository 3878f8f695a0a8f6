using System.Globalization;

namespace Slipway.Releases;

/// <summary>What was unreleased becomes a version: lines are added, and one link is changed; nothing else is touched.</summary>
static class ChangelogRoll
{
    public static IReadOnlyList<ChangelogLine> Lines(
        Changelog log,
        SemanticVersion version,
        DateOnly date,
        Uri? repository
    )
    {
        var unreleased = Refuse(log, version, date);
        var ending = unreleased.Heading.Ending;
        var lines = new List<ChangelogLine>(log.Lines);
        // From the bottom up, so that the heading's place stays what it was.
        ChangelogRollLinks.Update(lines, log, version, repository, ending);
        lines.InsertRange(
            unreleased.Heading.Number,
            [
                new ChangelogLine(0, ChangelogLineKind.Blank, "", ending),
                new ChangelogLine(
                    0,
                    ChangelogLineKind.Version,
                    string.Create(CultureInfo.InvariantCulture, $"## [{version}] - {date:yyyy-MM-dd}"),
                    ending
                ),
            ]
        );
        return lines;
    }

    static ChangelogSection Refuse(Changelog log, SemanticVersion version, DateOnly date)
    {
        if (log.Unreleased is not { } unreleased)
            throw new ReleaseException(
                "The changelog has no section '## [Unreleased]': add it at the top, with what is to be released."
            );
        if (!unreleased.HasEntries)
            throw new ReleaseException(
                $"The changelog has no entry below '## [Unreleased]' (line {unreleased.Heading.Number}): say what {version} "
                    + "changes; './build.sh Changelog --draft' proposes entries."
            );
        if (log.Sections.FirstOrDefault(section => section.Version is not null) is not { } last)
            return unreleased;
        if (version <= last.Version!)
            throw new ReleaseException(
                $"{version} does not come after {last.Version}, the changelog's last version (line {last.Heading.Number}): "
                    + "release a higher one."
            );
        if (date < last.Date)
            throw new ReleaseException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{date:yyyy-MM-dd} lies before the changelog's last version, {last.Version} of {last.Date:yyyy-MM-dd}: "
                ) + "put this machine's clock right, or that date."
            );
        return unreleased;
    }
}
