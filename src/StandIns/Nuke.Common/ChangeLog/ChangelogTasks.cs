// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tools.GitHub;
using Nuke.Common.Utilities;

namespace Nuke.Common.ChangeLog;

/// <summary>Reads changelogs with a heading <c>## [1.2.3]</c> for each release.</summary>
public static class ChangelogTasks
{
    /// <summary>The newest section that is not empty, escaped for an MSBuild property, and a link to the whole.</summary>
    public static string GetNuGetReleaseNotes(string changelogFile, GitRepository repository = null)
    {
        var notes = ExtractChangelogSectionNotes(changelogFile).Select(Escape).ToList();
        if (repository.IsGitHubRepository())
            notes.AddRange([string.Empty, $"Full changelog at {repository.GetGitHubBrowseUrl(changelogFile)}"]);
        return notes.JoinNewLine();
    }

    /// <summary>The lines of a section, without empty ones: the newest that has any, or that of a version.</summary>
    /// <exception cref="ArgumentException">There is no such section.</exception>
    public static IEnumerable<string> ExtractChangelogSectionNotes(AbsolutePath changelogFile, string tag = null)
    {
        var sections = Sections(changelogFile.ReadAllLines().Where(x => !string.IsNullOrWhiteSpace(x))).ToList();
        var section = tag is null
            ? sections.Find(x => x.Notes.Count > 0)
            : sections.Find(x => x.Caption.EqualsOrdinalIgnoreCase(tag));
        return section.Notes.NotNull(
            $"Could not find {(tag is null ? "a release section with notes" : $"release section for '{tag}'")} in {changelogFile}"
        );
    }

    // A section ends at the next heading, or at a line that is neither a subheading nor an entry.
    private static IEnumerable<(string Caption, List<string> Notes)> Sections(IEnumerable<string> lines)
    {
        (string Caption, List<string> Notes) section = default;
        var isOpen = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (section.Notes is not null)
                    yield return section;
                section = (line.TrimStart('#', ' ', '[').Split(' ')[0].TrimEnd(']'), []);
                isOpen = true;
                continue;
            }

            isOpen &= line.StartsWith("###", StringComparison.Ordinal) || line.Trim() is ['-' or '*' or '+', ..];
            if (isOpen)
                section.Notes.Add(line);
        }

        if (section.Notes is not null)
            yield return section;
    }

    private static string Escape(string note) =>
        note.Replace("- ", "• ", StringComparison.Ordinal)
            .Replace("* ", "• ", StringComparison.Ordinal)
            .Replace("+ ", "• ", StringComparison.Ordinal)
            .Replace("`", string.Empty, StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal);
}
