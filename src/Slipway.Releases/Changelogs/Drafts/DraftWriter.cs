using System.Text;

namespace Slipway.Releases;

/// <summary>A draft as Markdown.</summary>
static class DraftWriter
{
    public static string Write(ChangelogDraft draft, Uri? repository)
    {
        var text = new StringBuilder();
        text.Append("<!-- Proposed from the commits ")
            .Append(draft.Since is null ? "of this branch" : $"since {Quiet(draft.Since)}");
        text.Append(": edit it, and put what is right below '## [Unreleased]' of CHANGELOG.md. -->\n");
        Categories(text, draft.Entries, new EntryText(repository));
        var remarks = Remarks(draft).ToList();
        if (remarks.Count > 0)
            text.Append("\n<!--\n").AppendJoin('\n', remarks.Select(Quiet)).Append("\n-->\n");
        return text.ToString();
    }

    /// <summary>Each category with its entries, an empty line before each.</summary>
    public static void Categories(StringBuilder text, IReadOnlyList<DraftEntry> entries, EntryText entryText)
    {
        string? category = null;
        foreach (var entry in entries)
        {
            if (!string.Equals(entry.Category, category, StringComparison.Ordinal))
                text.Append("\n### ").Append(category = entry.Category).Append("\n\n");
            entryText.Write(text, entry);
        }
    }

    /// <summary>What a person has to know who judges the draft.</summary>
    public static IEnumerable<string> Remarks(ChangelogDraft draft)
    {
        if (draft.AlreadyThere > 0)
            yield return FormattableString.Invariant(
                $"Already in CHANGELOG.md, and left out here: {draft.AlreadyThere}."
            );
        if (draft.Cancelled > 0)
            yield return FormattableString.Invariant($"Cancelled out, commits and their reverts: {draft.Cancelled}.");
        if (draft.LeftOut.Count > 0)
            yield return "Left out, because users do not notice them: "
                + string.Join(
                    ", ",
                    draft.LeftOut.Select(type => FormattableString.Invariant($"{type.Value} {type.Key}"))
                )
                + ".";
        if (draft.WhyNotAsked is { } why)
            yield return $"Not asked which pull requests brought the commits: {why}";
        if (draft.NotUnderstood.Count == 0)
            yield break;
        yield return "Not understood, because they are no conventional commits (placed by their first word, or by their pull request):";
        foreach (var commit in draft.NotUnderstood)
            yield return $"  {commit.Sha[..7]} {commit.Subject}";
    }

    /// <summary>Nothing that would end a comment.</summary>
    static string Quiet(string text) => text.Replace("--", "- -", StringComparison.Ordinal);
}
