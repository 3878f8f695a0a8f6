using System.Text;

namespace Slipway.Releases;

/// <summary>An entry as a line of Markdown: <c>- **api:** Text ([#12](…), Ada Lovelace)</c>.</summary>
/// <param name="repository">The repository's page; null: nothing is linked.</param>
sealed class EntryText(Uri? repository)
{
    readonly string? _page = repository?.ToString().TrimEnd('/');

    public void Write(StringBuilder text, DraftEntry entry)
    {
        text.Append("- ");
        if (entry.IsBreaking)
            text.Append("**Breaking:** ");
        if (entry.Scope is not null)
            text.Append("**").Append(Markdown.Escape(entry.Scope)).Append(":** ");
        text.Append(Markdown.Escape(entry.Text)).Append(" (");
        if (entry.PullRequest is { } number)
            Link(text, FormattableString.Invariant($"#{number}"), FormattableString.Invariant($"pull/{number}"));
        else
            Link(text, entry.Commits[0][..7], $"commit/{entry.Commits[0]}");
        foreach (var author in entry.Authors)
            text.Append(", ").Append(Markdown.Escape(author));
        text.Append(")\n");
    }

    void Link(StringBuilder text, string shown, string path)
    {
        if (_page is null)
            text.Append(shown);
        else
            text.Append('[').Append(shown).Append("](").Append(_page).Append('/').Append(path).Append(')');
    }
}
