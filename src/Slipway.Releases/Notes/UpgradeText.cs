namespace Slipway.Releases;

/// <summary>
/// What breaks and what to do about it: <c>### Upgrade</c> of the changelog, which a person wrote, and below it what commits
/// say that it does not.
/// </summary>
static class UpgradeText
{
    public static string Write(ReleaseNotes notes)
    {
        var upgrade =
            notes.Section.Categories.FirstOrDefault(category => category.Name is ChangelogCategory.Upgrade)?.Text ?? "";
        var told = Words(upgrade);
        string[] untold =
        [
            .. notes
                .BreakingChanges.Where(change => !told.Contains(Words(change.Text), StringComparison.OrdinalIgnoreCase))
                .Select(change => Line(notes, change)),
        ];
        string[] parts = [Markdown.Closed(upgrade), string.Join('\n', untold)];
        return ReleaseNotesWriter.Titled(
            "Breaking changes and upgrade",
            [string.Join("\n\n", parts.Where(part => part.Length > 0))]
        );
    }

    static string Line(ReleaseNotes notes, BreakingChange change)
    {
        var sha = change.Sha[..Math.Min(7, change.Sha.Length)];
        var link = notes.Repository is null ? sha : $"[{sha}]({ReleaseNotesWriter.Page(notes)}/commit/{change.Sha})";
        var scope = change.Scope is null ? "" : $"**{Markdown.Escape(change.Scope)}:** ";
        return $"- {scope}{Markdown.Escape(change.Text)} ({link})";
    }

    /// <summary>Lines are broken elsewhere in a changelog than in a commit message.</summary>
    static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
