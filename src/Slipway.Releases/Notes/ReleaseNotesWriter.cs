using System.Text;

namespace Slipway.Releases;

/// <summary>Release notes in the order in which an operator needs them: what breaks and what to do comes first.</summary>
static class ReleaseNotesWriter
{
    public static string Write(ReleaseNotes notes)
    {
        var before = Join(
            Markdown.Closed(notes.Section.Introduction),
            UpgradeText.Write(notes),
            Titled(
                "Let pass",
                notes.Allowances.Select(one => $"- {Markdown.Escape(one.What)}: {Markdown.Escape(one.Reason)}")
            )
        );
        var after = Join(
            Migrations(notes),
            Titled("Image", notes.Image is { } image ? [$"`{Named(image)}`"] : []),
            VerificationText.Write(notes),
            Titled("Contributors", notes.Contributors.Select(Written)),
            Comparison(notes)
        );
        return Fit(notes, before, Changes(notes), after);
    }

    public static string Named(ReleasedImage image) =>
        image.Reference is null ? image.Digest : $"{image.Reference}@{image.Digest}";

    public static string Titled(string title, IEnumerable<string> lines) =>
        string.Join('\n', lines) is { Length: > 0 } text ? $"## {title}\n\n{text}" : "";

    static string Changes(ReleaseNotes notes) =>
        Join([
            .. notes
                .Section.Categories.Where(category => category.Name is not ChangelogCategory.Upgrade)
                .Select(category => $"### {category.Name}\n\n{Markdown.Closed(category.Text)}"),
        ]);

    static string Migrations(ReleaseNotes notes) =>
        notes.Migrations switch
        {
            null => "",
            [] => "## Migrations\n\nNone.",
            var migrations => Titled("Migrations", migrations.SelectMany(Lines)),
        };

    static IEnumerable<string> Lines(IncludedMigration migration)
    {
        var risk = migration.Risks.Count == 0 ? "no known risk" : "can hurt:";
        yield return $"- `{migration.Name}` ({migration.Phase ?? "no phase"}): {risk}";
        foreach (var text in migration.Risks)
            yield return $"  - {Markdown.Escape(text)}";
    }

    static string Written(Contributor contributor) =>
        $"- {Markdown.Escape(contributor.Name)}{(contributor.IsNew ? ", for the first time" : "")}";

    static string Comparison(ReleaseNotes notes) =>
        notes switch
        {
            { Repository: null } => "",
            { LastTag: null } => $"**All commits**: {Page(notes)}/commits/{notes.Tag}",
            _ => $"**All changes**: {Page(notes)}/compare/{notes.LastTag}...{notes.Tag}",
        };

    public static string Page(ReleaseNotes notes) => notes.Repository!.ToString().TrimEnd('/');

    /// <summary>The list of changes is cut first: it is in the changelog as well. Whatever is left is cut at its end.</summary>
    static string Fit(ReleaseNotes notes, string before, string changes, string after)
    {
        var whole = Join(before, changes, after);
        if (whole.Length <= ReleaseNotes.Limit)
            return whole + "\n";
        var where = notes.Repository is null ? "CHANGELOG.md" : $"{Page(notes)}/blob/{notes.Tag}/CHANGELOG.md";
        var note = $"**Cut here**: GitHub takes {ReleaseNotes.Limit} characters. The whole is in {where}";
        var room = ReleaseNotes.Limit - Join(before, "x", note, after).Length;
        return room > 0
            ? Join(before, Markdown.Cut(changes, room), note, after) + "\n"
            : Join(Markdown.Cut(whole, ReleaseNotes.Limit - note.Length - 3), note) + "\n";
    }

    static string Join(params string[] parts) =>
        new StringBuilder().AppendJoin("\n\n", parts.Where(part => part.Length > 0)).ToString();
}
