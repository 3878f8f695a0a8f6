using Slipway.Releases;

namespace Slipway.Components.Changelogs;

/// <summary>The changelog for a person.</summary>
static class ChangelogText
{
    public static IEnumerable<string> Lines(Changelog log)
    {
        var last = log.Sections.FirstOrDefault(section => section.Version is not null);
        yield return $"CHANGELOG.md: as Keep a Changelog has it; the last version is {last?.Version?.ToString() ?? "none yet"}";
        if (log.Unreleased is not { HasEntries: true } unreleased)
        {
            yield return "Nothing is unreleased: './build.sh Changelog --draft' proposes entries.";
            yield break;
        }

        yield return "Unreleased:";
        foreach (var category in unreleased.Categories)
        {
            yield return "";
            yield return $"  {category.Name}";
            foreach (var line in category.Text.Split('\n'))
                yield return line.Length == 0 ? "" : $"    {line}";
        }
    }

    /// <summary>What a draft is added to.</summary>
    public static IEnumerable<string> Present(Changelog? log)
    {
        if (log is null)
            return ["There is no CHANGELOG.md yet: --draft --all proposes a whole one"];
        return log.Unreleased is { HasEntries: true } unreleased
            ?
            [
                $"In Unreleased already: {string.Join(", ", unreleased.Categories.Select(category => $"{category.Entries.Count} {category.Name}"))}",
            ]
            : ["In Unreleased already: nothing"];
    }
}
