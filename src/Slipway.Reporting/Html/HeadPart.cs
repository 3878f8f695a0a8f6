namespace Slipway.Reporting.Html;

/// <summary>What happened, to what, when, and what comes next.</summary>
static class HeadPart
{
    const int ShortCommit = 10;

    public static Markup Of(DeployReportModel model) =>
        Markup.Of(
            $"""
            <header class="{OutcomeWords.ClassOf(model.Outcome)}">
            <h1>{model.Title} {OutcomeWords.Badge(model.Outcome)}</h1>
            {Detail(model.Detail)}
            <dl class="facts">
            {Fact("Version", model.Version)}
            {Fact("Commit", Shorten(model.Commit))}
            {Fact("Branch", model.Branch)}
            {Published(model.Page)}
            {Fact("Started", $"{model.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")}
            {Fact("Took", DurationText.Of(model.Finished - model.Started))}
            </dl>
            {Next(model.NextCommand)}
            </header>
            """
        );

    static Markup Detail(string? detail) =>
        detail is null ? Markup.None : Markup.Of($"""<p class="detail">{detail}</p>""");

    static Markup Fact(string name, string? value) =>
        value is null ? Markup.None : Markup.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    static Markup Published(Uri? page) =>
        page is { Scheme: "http" or "https" }
            ? Markup.Of(
                $"""<div><dt>Published</dt><dd><a href="{page.AbsoluteUri}">{page.Host}{page.AbsolutePath}</a></dd></div>"""
            )
            : Markup.None;

    static string? Shorten(string? commit) => commit is { Length: > ShortCommit } ? commit[..ShortCommit] : commit;

    static Markup Next(string? command) =>
        command is null
            ? Markup.None
            : Markup.Of($"""<div class="next"><span>Next</span><pre><code>{command}</code></pre></div>""");
}
