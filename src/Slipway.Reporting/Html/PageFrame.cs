namespace Slipway.Reporting.Html;

/// <summary>One file without scripts and without anything to load. It is well-formed XML too, so a program can read it.</summary>
static class PageFrame
{
    /// <param name="styles">Style sheets among this assembly's resources, by name.</param>
    public static string Of(string title, Markup content, DateTimeOffset made, params ReadOnlySpan<string> styles)
    {
        var style = Style(styles);
        return Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{title}</title>
                <style>{style}</style>
                </head>
                <body>
                <main>
                {content}
                </main>
                <footer>Made by Slipway at {made.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</footer>
                </body>
                </html>

                """
            )
            .Text;
    }

    static Markup Style(ReadOnlySpan<string> names)
    {
        var text = new System.Text.StringBuilder();
        foreach (var name in names)
        {
            using var resource = typeof(PageFrame).Assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(resource);
            text.Append(reader.ReadToEnd());
        }

        return new Markup(text.ToString());
    }
}
