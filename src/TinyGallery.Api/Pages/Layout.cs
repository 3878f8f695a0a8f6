using System.Security.Cryptography;
using System.Text;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Observability;

namespace TinyGallery.Api.Pages;

/// <summary>What every page has: the head, the style, the footer that says which build answered.</summary>
static class Layout
{
    const int ShortCommit = 8;

    const string Style = """
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #667085; --paper: #f6f4ef; --card: #fff; --line: #e4e0d6; --accent: #9a3412; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e6e1; --soft: #9aa3b2; --paper: #14171c; --card: #1d2229; --line: #2c333d; --accent: #fdba74; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        header, main, footer { width: 100%; max-width: 72rem; margin: 0 auto; padding: 1.25rem; }
        main { flex: 1; }
        header a { color: inherit; text-decoration: none; font-weight: 700; font-size: 1.25rem; letter-spacing: -0.01em; }
        header a::before { content: "\25E7"; color: var(--accent); margin-right: .5rem; }
        h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -0.02em; margin: .5rem 0; overflow-wrap: anywhere; }
        .soft { color: var(--soft); }
        .text { white-space: pre-line; max-width: 60ch; overflow-wrap: anywhere; }
        .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.25rem; margin: 1.5rem 0; padding: 0; list-style: none; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; transition: transform .15s, box-shadow .15s; }
        .card:hover { transform: translateY(-2px); box-shadow: 0 8px 24px rgb(0 0 0 / .12); }
        .card a { display: block; color: inherit; text-decoration: none; }
        .card a:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
        .card img, .card .none { display: block; width: 100%; aspect-ratio: 4 / 3; object-fit: cover; background: var(--line); }
        .card p { margin: 0; padding: .75rem 1rem; overflow-wrap: anywhere; }
        .more { color: var(--accent); }
        footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
        @media (prefers-reduced-motion: reduce) { .card { transition: none; } .card:hover { transform: none; } }
        """;

    /// <summary>Images of our own and this one style (by its hash): no script, nothing from elsewhere.</summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; img-src 'self'; "
        + $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleText)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static string StyleText => Style.ReplaceLineEndings("\n");

    static Html StyleElement { get; } =
        Html.Concat([Html.Of($"<style>"), Html.Trusted(StyleText), Html.Of($"</style>")]);

    public static Html Page(GallerySettings settings, string title, Html body) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            {StyleElement}
            </head>
            <body>
            <header><a href="/">TinyGallery</a></header>
            <main>
            {body}
            </main>
            <footer id="build">{Footer(settings)}</footer>
            </body>
            </html>

            """
        );

    static string Footer(GallerySettings settings)
    {
        var build = BuildInfo.Current;
        string?[] parts =
        [
            $"TinyGallery {build.Version}",
            $"commit {build.Commit[..Math.Min(ShortCommit, build.Commit.Length)]}",
            settings.Environment,
            settings.Slot is { } slot ? $"slot {slot}" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
