namespace Slipway.Reporting.Html;

/// <summary>The frame that all parts share.</summary>
static class Section
{
    public static Markup Of(string title, Markup content, Markup aside = default) =>
        Markup.Of($"<section><h2>{title}{Aside(aside)}</h2>{content}</section>\n");

    /// <summary>A part that was not run: said on one line, not left out.</summary>
    public static Markup NotRun(string title, string words = "not run") =>
        Markup.Of($"<section class=\"absent\"><h2>{title}</h2><p class=\"none\">{words}</p></section>\n");

    /// <summary>A table; its first column is the widest.</summary>
    public static Markup Table(IEnumerable<string> columns, IEnumerable<Markup> rows) =>
        Markup.Of(
            $"""
            <div class="scroll"><table><thead><tr>{columns.Select(column =>
                Markup.Of($"<th>{column}</th>")
            )}</tr></thead>
            <tbody>{rows}</tbody></table></div>
            """
        );

    /// <summary>A digest short enough for a line, whole for a pointer.</summary>
    public static Markup Digest(string? digest) =>
        digest is null ? Markup.Of($"–") : Markup.Of($"""<code title="{digest}">{Short(digest)}</code>""");

    static Markup Aside(Markup aside) =>
        string.IsNullOrEmpty(aside.Text) ? Markup.None : Markup.Of($"""<span class="aside">{aside}</span>""");

    static string Short(string digest)
    {
        const int Length = 12;
        var start = digest.IndexOf(':', StringComparison.Ordinal) + 1;
        return digest.Length - start <= Length ? digest : digest[..(start + Length)] + "…";
    }
}
